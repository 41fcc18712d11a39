--liquibase formatted sql

--changeset gaung:0040_by_hand
-- How an account's posts get out, and who puts them out where that is by hand. An account by hand
-- needs no login; nothing is sealed for it.
alter table channel add column mode text not null default 'API'
  check (mode in ('API', 'HANDOVER', 'BY_HAND'));
alter table channel add column responsible_id uuid references person;
alter table channel add column has_login boolean not null
  generated always as (sealed_secrets is not null) stored;
alter table channel add constraint channel_responsible
  check (mode = 'API' or responsible_id is not null);
-- Due, and with the person who puts it out.
alter table rendition add column handed_over_at timestamptz;
drop index rendition_grace;
create index rendition_grace on rendition ((coalesce(grace_from, due_at)))
  where state in ('SCHEDULED', 'RETRYING', 'HANDED_OVER');
-- One address belongs to one post, whichever account it was given for.
create index rendition_remote_url on rendition (remote_url) where remote_url is not null;
-- What a person has to put out by hand: a post on all accounts that are that person's.
create table task (
  id          uuid primary key,
  post_id     uuid not null references post,
  person_id   uuid not null references person,
  opened_at   timestamptz not null,
  -- When the person was reminded, and when they said that they cannot, and why.
  reminded_at timestamptz,
  refused_at  timestamptz,
  reason      text,
  version     integer not null default 0,
  unique (post_id, person_id)
);
create index task_person on task (person_id, opened_at desc);
create table task_account (
  rendition_id uuid primary key references rendition,
  task_id      uuid not null references task
);
create index task_account_task on task_account (task_id);
-- Who wants to know half an hour before, too.
create table task_wish (
  person_id uuid primary key references person,
  early     boolean not null
);
-- Where nobody can ask the network, people type what a post counts, with a picture of it.
alter table watch add column typed boolean not null default false;
create index watch_typed on watch (ended_at) where typed;
alter table snapshot add column evidence_photo_id uuid references photo;
create index snapshot_evidence on snapshot (evidence_photo_id) where evidence_photo_id is not null;
alter table follower_snapshot add column source text not null default 'API'
  check (source in ('API', 'SCREENSHOT', 'STAFF_TYPED'));
--rollback alter table follower_snapshot drop column source;
--rollback drop index snapshot_evidence;
--rollback alter table snapshot drop column evidence_photo_id;
--rollback drop index watch_typed;
--rollback alter table watch drop column typed;
--rollback drop table task_wish;
--rollback drop table task_account;
--rollback drop table task;
--rollback drop index rendition_remote_url;
--rollback drop index rendition_grace;
--rollback create index rendition_grace on rendition ((coalesce(grace_from, due_at))) where state in ('SCHEDULED', 'RETRYING');
--rollback alter table rendition drop column handed_over_at;
--rollback alter table channel drop constraint channel_responsible;
--rollback alter table channel drop column has_login;
--rollback alter table channel drop column responsible_id;
--rollback alter table channel drop column mode;
