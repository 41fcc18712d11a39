--liquibase formatted sql

--changeset gaung:0010_engagement
-- A published rendition that is being measured, and when next.
create table watch (
  rendition_id   uuid primary key references rendition,
  channel_id     uuid not null references channel,
  published_at   timestamptz not null,
  remote_id      text not null,
  remote_url     text,
  next_at        timestamptz,
  absent_since   timestamptz,
  ended_at       timestamptz,
  end_reason     text check (end_reason in ('LADDER_DONE', 'POST_GONE')),
  last_trouble   text
);
create index watch_due on watch (next_at) where ended_at is null;
create index watch_channel on watch (channel_id) where ended_at is null;
-- Append-only. A missing figure has no value and a gap that says why; it is never zero.
create table snapshot (
  id           bigint generated always as identity primary key,
  rendition_id uuid not null references rendition,
  metric       text not null,
  value        bigint check (value >= 0),
  gap          text,
  observed_at  timestamptz not null,
  source       text not null check (source in ('API', 'PUBLIC', 'SCREENSHOT', 'CREATOR_TYPED', 'STAFF_TYPED', 'IMPORT')),
  supersedes   bigint references snapshot,
  check ((value is null) <> (gap is null))
);
-- V(t): the newest valid value of a metric at or before t.
create index snapshot_value on snapshot (rendition_id, metric, observed_at desc) include (value);
create index snapshot_supersedes on snapshot (supersedes) where supersedes is not null;
create trigger snapshot_append_only before update or delete on snapshot
  for each row execute function refuse_change();
create table follower_snapshot (
  id          bigint generated always as identity primary key,
  channel_id  uuid not null references channel,
  value       bigint check (value >= 0),
  gap         text,
  observed_at timestamptz not null,
  check ((value is null) <> (gap is null))
);
create index follower_snapshot_value on follower_snapshot (channel_id, observed_at desc) include (value);
create trigger follower_snapshot_append_only before update or delete on follower_snapshot
  for each row execute function refuse_change();
--rollback drop table follower_snapshot;
--rollback drop table snapshot;
--rollback drop table watch;
