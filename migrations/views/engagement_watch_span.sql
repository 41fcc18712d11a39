--liquibase formatted sql

--changeset gaung:engagement_watch_span runOnChange:true splitStatements:false
-- Since when a post is measured and until when; removed_at is since when it was not found any more,
-- if it was found gone.
drop view if exists engagement_watch_span;
create view engagement_watch_span as
select rendition_id, channel_id, published_at, absent_since, ended_at,
  case when end_reason = 'POST_GONE' then coalesce(absent_since, ended_at) end as removed_at
from watch;
--rollback drop view engagement_watch_span;
