--liquibase formatted sql

--changeset gaung:publishing_outcome_line runOnChange:true splitStatements:false
-- Each rendition with where it stands: published_at once it is out, ended_at once it ended without
-- being out, or was found gone. Without the network's own id nothing of it can be measured. With them
-- each post that was found beside Gaung on an account of the office: out, without a plan, of a
-- campaign only if somebody linked it to one, and no such post any more once it turns out to be a
-- rendition. And each post of a deliverable on an account of its creator (outside), unless its
-- address was taken back. taken_away is whether the office had its network take it away. opening is whether it was out before Gaung could look, reported_from when reports begin
-- with it: an older one in the week in which it was found, one of the week before in that, and
-- nowhere while its account is still being searched for the first time.
drop view if exists publishing_outcome_line;
create view publishing_outcome_line as
select r.id as rendition_id, r.post_id, p.campaign_id, p.deliverable_id, r.channel_id,
  left(r.text, 120) as text, r.due_at, r.state, r.held_reason, r.failure_kind, r.published_at,
  r.remote_id is not null as measurable, r.remote_url, r.ended_at,
  false as beside, false as opening, r.published_at as reported_from,
  cast(null as timestamptz) as found_at, false as outside, r.taken_away
from rendition r
join post p on p.id = r.post_id
union all
select f.id, f.id, f.campaign_id, f.deliverable_id, f.channel_id,
  left(f.text, 120), f.published_at,
  case when f.removed_at is null then 'PUBLISHED' else 'REMOVED' end, cast(null as text),
  cast(null as text), f.published_at, true, f.remote_url, f.removed_at,
  f.deliverable_id is null, f.opening,
  case when not f.settled then null
    when f.published_at >= w.monday - interval '168 hours' then f.published_at
    else w.monday end,
  f.found_at, f.deliverable_id is not null, false
from found_post f
cross join lateral (
  select date_trunc('week', f.found_at at time zone 'Asia/Makassar') at time zone 'Asia/Makassar'
    as monday) w
where f.taken_back_at is null and not exists (
  select from rendition r where r.channel_id = f.channel_id and r.remote_id = f.remote_id);
--rollback drop view publishing_outcome_line;
