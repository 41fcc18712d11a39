--liquibase formatted sql

--changeset gaung:publishing_outcome_line runOnChange:true splitStatements:false
-- Each rendition with where it stands: published_at once it is out, ended_at once it ended without
-- being out, or was found gone. Without the network's own id nothing of it can be measured.
drop view if exists publishing_outcome_line;
create view publishing_outcome_line as
select r.id as rendition_id, r.post_id, p.campaign_id, p.deliverable_id, r.channel_id,
  left(r.text, 120) as text, r.due_at, r.state, r.held_reason, r.failure_kind, r.published_at,
  r.remote_id is not null as measurable, r.remote_url, r.ended_at
from rendition r
join post p on p.id = r.post_id;
--rollback drop view publishing_outcome_line;
