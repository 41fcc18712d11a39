--liquibase formatted sql

--changeset gaung:collaboration_deliverable_line runOnChange:true splitStatements:false
-- Whose work a deliverable is.
drop view if exists collaboration_deliverable_line;
create view collaboration_deliverable_line as
select d.id as deliverable_id, d.offer_id, o.campaign_id, o.creator_id
from deliverable d
join offer o on o.id = d.offer_id;
--rollback drop view collaboration_deliverable_line;
