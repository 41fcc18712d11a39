--liquibase formatted sql

--changeset gaung:collaboration_fee_line runOnChange:true splitStatements:false
-- What each deliverable of an accepted offer costs: the offer's fee shared equally among the
-- deliverables that were not called off, in whole rupiah, the first ones taking what is left over.
-- One row for each deliverable, whatever became of its posts: summing it up gives the fee, once.
drop view if exists collaboration_fee_line;
create view collaboration_fee_line as
select d.id as deliverable_id, d.offer_id, o.campaign_id, o.creator_id,
  o.fee_rupiah / n.deliverables + case when n.place < o.fee_rupiah % n.deliverables then 1 else 0 end
    as fee_rupiah
from deliverable d
join offer o on o.id = d.offer_id
cross join lateral (
  select count(*) as deliverables, count(*) filter (where x.number < d.number) as place
  from deliverable x
  where x.offer_id = d.offer_id and x.state <> 'CANCELLED') n
where o.state = 'ACCEPTED' and d.state <> 'CANCELLED';
--rollback drop view collaboration_fee_line;
