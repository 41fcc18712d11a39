--liquibase formatted sql

--changeset gaung:0022_untold_ends
-- Deliverables that still wait for a post of which every rendition ended without being out: the
-- end of the last one was once not told where it was a failure. The next start tells it, with a
-- row in the audit log, and empties this table.
create table untold_end (
  deliverable_id uuid primary key references deliverable,
  called_off     boolean not null
);
insert into untold_end (deliverable_id, called_off)
select d.id, last.state = 'CANCELLED'
from deliverable d
cross join lateral (
  select r.state from post p join rendition r on r.post_id = p.id
  where p.deliverable_id = d.id
  order by r.ended_at desc nulls last, r.id desc limit 1) last
where d.state = 'SCHEDULED' and not exists (
  select from post p join rendition r on r.post_id = p.id
  where p.deliverable_id = d.id and r.state not in ('MISSED', 'CANCELLED', 'FAILED'));
--rollback drop table untold_end;
