--liquibase formatted sql

--changeset gaung:engagement_deleted_reading runOnChange:true splitStatements:false
-- The posts of which readings of a metric were deleted because their network's terms ask for it, up
-- to which instant, and when that was done last.
drop view if exists engagement_deleted_reading;
create view engagement_deleted_reading as
select subject_id as rendition_id, metric, until, deleted_at
from reading_deletion
where metric <> 'FOLLOWERS';
--rollback drop view engagement_deleted_reading;
