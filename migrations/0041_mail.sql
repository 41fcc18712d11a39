--liquibase formatted sql

--changeset gaung:0041_mail
-- Messages to people, one row each, written in the transaction of what they tell of. A link may be
-- a key, so it is sealed, and wiped when the message ends.
create table mail (
  id             uuid primary key,
  message_id     text not null unique,
  dedupe_key     text collate "C" not null,
  kind           text not null,
  recipient_kind text not null check (recipient_kind in ('PERSON', 'CREATOR')),
  recipient_id   uuid not null,
  language       text not null check (language in ('ID', 'EN')),
  args           jsonb not null,
  sealed_link    bytea,
  urgent         boolean not null,
  state          text not null check (state in
    ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'BY_HAND', 'PASSED_ON', 'SHOWN',
     'DROPPED')),
  created_at     timestamptz not null,
  needed_until   timestamptz not null,
  next_at        timestamptz check ((next_at is not null) = (state = 'QUEUED')),
  attempts       integer not null default 0,
  lease_owner    text,
  lease_until    timestamptz check ((lease_until is not null) = (state = 'SENDING')),
  ended_at       timestamptz,
  why            text,
  decided_by     uuid references person,
  unique (dedupe_key, recipient_id)
);
create index mail_queue on mail (urgent desc, next_at) where state = 'QUEUED';
create index mail_sending on mail (lease_until) where state = 'SENDING';
create index mail_waiting on mail (created_at)
  where state in ('BY_HAND', 'REFUSED', 'UNKNOWN', 'QUEUED');
create index mail_log on mail (created_at desc, id);

-- Committed before anything leaves, and once more before the dot that ends the message does: an
-- attempt that is open without dot_at certainly sent nothing.
create table mail_attempt (
  mail_id  uuid not null references mail,
  number   integer not null check (number > 0),
  owner    text not null,
  begun_at timestamptz not null,
  dot_at   timestamptz,
  ended_at timestamptz check ((ended_at is not null) = (outcome is not null)),
  outcome  text check (outcome in ('SENT', 'REFUSED', 'TRY_AGAIN', 'UNKNOWN')),
  code     integer,
  words    text,
  primary key (mail_id, number)
);

-- Kinds of messages that a person does not want.
create table mail_unwanted (
  person_id uuid not null references person,
  kind      text not null,
  primary key (person_id, kind)
);
--rollback drop table mail_unwanted;
--rollback drop table mail_attempt;
--rollback drop table mail;
