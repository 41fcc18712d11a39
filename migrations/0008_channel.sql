--liquibase formatted sql

--changeset gaung:0008_channel
create table channel (
  id             uuid primary key,
  network        text not null,
  server         text not null,
  remote_id      text not null,
  handle         text not null,
  traits         jsonb not null,
  label          text not null,
  state          text not null check (state in ('CONNECTED', 'RECONNECT', 'DISCONNECTED')),
  sealed_secrets bytea,
  refresh_at     timestamptz,
  expires_at     timestamptz,
  paused_until   timestamptz,
  trouble        text,
  connected_at   timestamptz not null,
  version        integer not null default 0,
  unique (network, server, remote_id)
);
create index channel_refresh on channel (refresh_at) where state = 'CONNECTED';
-- A person is at the network to agree; the answer comes back with the state.
create table channel_connecting (
  state_hash     text primary key,
  network        text not null,
  person_id      uuid not null references person,
  sealed_pending bytea not null,
  label          text not null,
  expires_at     timestamptz not null
);
--rollback drop table channel_connecting;
--rollback drop table channel;
