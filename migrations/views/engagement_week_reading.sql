--liquibase formatted sql

--changeset gaung:engagement_week_reading runOnChange:true splitStatements:false
-- The readings of posts that count, corrected ones left out: a value, or a gap that says why there
-- is none. typed is whether a person gave it, from a picture of the app. V(t) is the newest value at or before t.
drop view if exists engagement_week_reading;
create view engagement_week_reading as
select s.id, s.rendition_id, s.metric, s.value, s.gap, s.observed_at,
  s.source not in ('API', 'PUBLIC') as typed
from snapshot s
where not exists (select from snapshot c where c.supersedes = s.id);
--rollback drop view engagement_week_reading;
