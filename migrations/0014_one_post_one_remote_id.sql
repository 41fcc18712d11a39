--liquibase formatted sql

--changeset gaung:0014_one_post_one_remote_id
-- Two renditions of a channel that hold one remote id: the one that was out first keeps it. What
-- became of the other nobody knows, so a person decides; nothing more is measured in its name.
create temporary table twin on commit drop as
  select id, state from (
    select id, state, row_number() over (
      partition by channel_id, remote_id order by published_at nulls last, id) as place
    from rendition where remote_id is not null) held
  where place > 1;
delete from watch where rendition_id in (select id from twin);
update rendition set
  state = case when state = 'PUBLISHED' then 'UNCERTAIN' else state end,
  next_at = null,
  uncertain_since = case when state = 'PUBLISHED' then published_at else uncertain_since end,
  look_ups = 0, remote_id = null, remote_url = null, published_at = null,
  lease_owner = null, lease_until = null, version = version + 1
where id in (select id from twin);
-- A post on a network is nobody's but one rendition's.
create unique index rendition_remote on rendition (channel_id, remote_id)
  where remote_id is not null;
-- Networks know a post by its address too, and keep that when they give it another id.
create index rendition_address on rendition (channel_id, remote_url) where remote_url is not null;
-- What a channel published last.
create index rendition_newest on rendition (channel_id, published_at desc)
  where remote_id is not null;
-- Settled by a person without the network's id, which is asked for again.
create index rendition_unidentified on rendition (next_at)
  where state = 'PUBLISHED' and remote_id is null;
--rollback drop index rendition_unidentified;
--rollback drop index rendition_newest;
--rollback drop index rendition_address;
--rollback drop index rendition_remote;
