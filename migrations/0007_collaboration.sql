--liquibase formatted sql

--changeset gaung:0007_collaboration
create table offer (
  id                    uuid primary key,
  campaign_id           uuid not null references campaign,
  brief_version_id      uuid not null references brief_version,
  creator_id            uuid not null references creator,
  state                 text not null,
  fee_rupiah            bigint not null check (fee_rupiah >= 0),
  message               text not null default '',
  respond_by            timestamptz not null,
  work_ends_on          date not null,
  link_number           integer not null default 1,
  extended              boolean not null default false,
  created_by            uuid not null references person,
  created_at            timestamptz not null,
  sent_at               timestamptz,
  viewed_at             timestamptz,
  decided_at            timestamptz,
  decline_reason        text,
  accepted_name         text,
  accepted_brief_sha256 text,
  version               integer not null default 0
);
create index offer_campaign on offer (campaign_id, created_at);
create index offer_creator on offer (creator_id, created_at desc);
create index offer_open on offer (respond_by) where state in ('SENT', 'VIEWED');
-- One open or accepted offer per creator and campaign.
create unique index offer_once on offer (campaign_id, creator_id)
  where state in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED');
create table deliverable (
  id       uuid primary key,
  offer_id uuid not null references offer,
  number   integer not null check (number > 0),
  title    text not null,
  due_on   date not null,
  state    text not null,
  round    integer not null default 0,
  version  integer not null default 0,
  unique (offer_id, number)
);
create index deliverable_state on deliverable (state, due_on);
create table submission (
  id             uuid primary key,
  deliverable_id uuid not null references deliverable,
  round          integer not null check (round > 0),
  caption        text not null,
  photo_id       uuid references photo,
  alt_text       text not null,
  submitted_at   timestamptz not null,
  decision       text check (decision in ('APPROVED', 'CHANGES_REQUESTED')),
  comment        text,
  decided_by     uuid references person,
  decided_at     timestamptz,
  unique (deliverable_id, round)
);
--rollback drop table submission;
--rollback drop table deliverable;
--rollback drop table offer;
