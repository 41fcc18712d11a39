--liquibase formatted sql

--changeset gaung:engagement_follower_reading runOnChange:true splitStatements:false
-- The readings of channels' followers: a value, or a gap that says why there is none,
-- and whether the network told it or a person typed it.
drop view if exists engagement_follower_reading;
create view engagement_follower_reading as
select id, channel_id, value, gap, observed_at, source
from follower_snapshot;
--rollback drop view engagement_follower_reading;
