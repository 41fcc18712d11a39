--liquibase formatted sql

--changeset gaung:publishing_plan_event runOnChange:true splitStatements:false
-- What became of plans: each time a rendition was moved, tried once more, missed, failed, called off
-- or found gone. Ordered by at and id.
drop view if exists publishing_plan_event;
create view publishing_plan_event as
select id, rendition_id, at, kind, due_from, due_to, reason
from rendition_plan
where kind not in ('PLANNED', 'APPROVED');
--rollback drop view publishing_plan_event;
