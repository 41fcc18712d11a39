--liquibase formatted sql

--changeset gaung:0057_follow_ups
-- What follows a post by itself: the further parts of its thread, one after the other, and its
-- first comment. Stored before the network is asked, so that nothing comes out twice.
create table follow_up (
  id uuid primary key,
  rendition_id uuid not null references rendition,
  kind text not null check (kind in ('THREAD', 'FIRST_COMMENT')),
  -- Which part of the thread, counted from 1 without the post itself.
  number integer not null check (number >= 1),
  text text not null,
  state text not null check (
    state in ('WAITING', 'ASKING', 'OUT', 'FAILED', 'UNCERTAIN', 'LEFT_OUT', 'REMOVED')),
  attempts integer not null default 0,
  look_ups integer not null default 0,
  -- When the network is asked next, or may be asked by somebody else. None: it waits for the part
  -- before it, or for a person, or nothing more happens to it.
  next_at timestamptz,
  -- The clients make their keys of it: it never changes.
  first_attempt_at timestamptz,
  -- When it was asked for last.
  attempt_at timestamptz,
  give_up_at timestamptz,
  -- Nothing may come out any more: what certainly did not is left out, not tried again.
  called_off boolean not null default false,
  remote_id text,
  remote_url text,
  failure_kind text,
  failure_code text,
  failure_detail text,
  -- What the last look-up found, a line each.
  evidence text not null default '',
  ended_at timestamptz,
  version integer not null default 1,
  unique (rendition_id, kind, number),
  check (state <> 'ASKING' or next_at is not null),
  check (next_at is null or state in ('WAITING', 'ASKING', 'UNCERTAIN'))
);
create index follow_up_due on follow_up (next_at) where next_at is not null;
create index follow_up_for_a_person on follow_up (rendition_id)
  where state = 'FAILED' or (state = 'UNCERTAIN' and next_at is null);
--rollback drop table follow_up;
