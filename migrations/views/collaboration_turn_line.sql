--liquibase formatted sql

--changeset gaung:collaboration_turn_line runOnChange:true splitStatements:false
-- What waits for a creator, until the moment after which it waits no more: an answer to an offer
-- until it has to be given, a draft until the work is over.
drop view if exists collaboration_turn_line;
create view collaboration_turn_line as
select o.campaign_id, o.creator_id, 'ANSWER' as awaited, o.respond_by as waits_until,
  (o.respond_by at time zone 'Asia/Makassar')::date as due_on
from offer o
where o.state in ('SENT', 'VIEWED')
union all
select o.campaign_id, o.creator_id, d.state,
  (o.work_ends_on + 1)::timestamp at time zone 'Asia/Makassar', d.due_on
from deliverable d
join offer o on o.id = d.offer_id
where d.state in ('ASSIGNED', 'CHANGES_REQUESTED') and o.state = 'ACCEPTED';
--rollback drop view collaboration_turn_line;
