--liquibase formatted sql

--changeset gaung:collaboration_work_line runOnChange:true splitStatements:false
-- What a campaign's creators were asked for and how far it is: a row for each piece of content of
-- each offer, whatever the offer's state, with the newest draft's first photo and when it was sent. When the
-- creator answered stands on every piece.
-- The fee is the whole offer's and stands on its first piece alone, so that summing it up counts it
-- once.
drop view if exists collaboration_work_line;
create view collaboration_work_line as
select o.campaign_id, o.creator_id, o.id as offer_id, o.state as offer_state, o.respond_by,
  case when d.number = 1 then o.fee_rupiah else 0 end as fee_rupiah,
  d.id as deliverable_id, d.number, d.title, d.due_on, d.state, s.submitted_at, p.photo_id,
  o.decided_at
from offer o
join deliverable d on d.offer_id = o.id
left join submission s on s.deliverable_id = d.id and s.round = d.round
left join submission_photo p on p.submission_id = s.id and p.position = 1;
--rollback drop view collaboration_work_line;
