--liquibase formatted sql

--changeset gaung:channel_connection_span runOnChange:true splitStatements:false
-- From when to when a channel was connected: from its first connection on, through reconnections,
-- until it was disconnected; nothing in ended_at while it is connected. outside is whether it is a
-- creator's own account, on which the office does not publish. Posts of accounts with one
-- numbering are told apart by their numbers: those of one network, and where its servers number for
-- themselves, of one server.
drop view if exists channel_connection_span;
create view channel_connection_span as
select id as channel_id, label, network, connection,
  coalesce(first_connected_at, connected_at) as connected_at, ended_at,
  creator_id is not null as outside,
  network || case when network = 'MASTODON' then ' ' || server else '' end as numbering
from channel;
--rollback drop view channel_connection_span;
