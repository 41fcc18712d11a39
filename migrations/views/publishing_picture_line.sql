--liquibase formatted sql

--changeset gaung:publishing_picture_line runOnChange:true splitStatements:false
-- The first photo of each post that has one, on whichever account that was planned first.
drop view if exists publishing_picture_line;
create view publishing_picture_line as
select distinct on (r.post_id) r.post_id, p.photo_id
from rendition r
join rendition_picture p on p.rendition_id = r.id and p.position = 1
order by r.post_id, r.due_at, r.id;
--rollback drop view publishing_picture_line;
