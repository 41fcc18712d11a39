--liquibase formatted sql

--changeset gaung:0009_publishing
create table post (
  id             uuid primary key,
  campaign_id    uuid not null references campaign,
  deliverable_id uuid references deliverable,
  created_by     uuid references person,
  created_at     timestamptz not null
);
create index post_campaign on post (campaign_id, created_at desc);
-- Several in time, when a post was called off and composed anew; one at a time, which the facade
-- makes sure of under the lock of the deliverable.
create index post_deliverable on post (deliverable_id) where deliverable_id is not null;
create table post_product (
  post_id    uuid not null references post,
  product_id uuid not null references product,
  primary key (post_id, product_id)
);
create index post_product_product on post_product (product_id);
create table rendition (
  id               uuid primary key,
  post_id          uuid not null references post,
  channel_id       uuid not null references channel,
  text             text not null,
  language         text not null default 'id',
  due_at           timestamptz not null,
  -- When the queue takes it up: the due time at first, later the next try or the next look-up;
  -- nothing when a person has to decide or nothing more is to be done.
  next_at          timestamptz,
  state            text not null,
  -- Every call or look-up begun, and which of them counts: an outcome with another number is late.
  attempts         integer not null default 0,
  -- Hiccups in a row.
  failures         integer not null default 0,
  first_attempt_at timestamptz,
  checkpoint       jsonb not null default '{}',
  look_ups         integer not null default 0,
  uncertain_since  timestamptz,
  -- Who has taken it up, NODE/LIFE, and until when nobody else may.
  lease_owner      text,
  lease_until      timestamptz,
  -- Due, but something stands in the way that a person may clear in time.
  held_reason      text check (held_reason in ('CAMPAIGN', 'CHANNEL', 'STOPPED')),
  held             boolean not null generated always as (held_reason is not null) stored,
  failure_kind     text,
  failure_code     text,
  failure_detail   text,
  reason           text,
  published_at     timestamptz,
  remote_id        text,
  remote_url       text,
  created_at       timestamptz not null,
  version          integer not null default 0,
  unique (post_id, channel_id)
-- Room on each page for the rows' next versions: a rendition is updated four times on its way.
) with (fillfactor = 60);
-- The queue, channel by channel: what may be taken up, by time. The lease is left out, so that
-- taking, holding and giving back a lease touches no index.
create index rendition_queue on rendition (channel_id, next_at)
  where state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN');
create index rendition_out on rendition (channel_id) where state = 'PUBLISHING';
create index rendition_overdue on rendition (due_at) where state in ('SCHEDULED', 'RETRYING');
create index rendition_calendar on rendition (due_at, id);
create index rendition_channel on rendition (channel_id, due_at desc);
create index rendition_attention on rendition (state, due_at)
  where state in ('FAILED', 'MISSED', 'UNCERTAIN', 'IN_REVIEW');
create table rendition_picture (
  rendition_id uuid not null references rendition,
  position     integer not null check (position > 0),
  photo_id     uuid not null references photo,
  alt_text     text not null,
  primary key (rendition_id, position)
);
-- Written and committed before any call leaves; ended with what came of it.
create table publish_attempt (
  id              uuid primary key,
  rendition_id    uuid not null references rendition,
  number          integer not null check (number > 0),
  kind            text not null check (kind in ('PUBLISH', 'LOOK_UP', 'PERSON')),
  idempotency_key text not null,
  payload_hash    text not null,
  node            text not null,
  started_at      timestamptz not null,
  finished_at     timestamptz,
  outcome         text,
  detail          text,
  unique (rendition_id, number)
);
create index publish_attempt_open on publish_attempt (rendition_id) where finished_at is null;
-- One row: whether anything may go out at all.
create table publishing_switch (
  only_one   boolean primary key default true check (only_one),
  stopped    boolean not null,
  reason     text,
  changed_by uuid references person,
  changed_at timestamptz
);
insert into publishing_switch (stopped) values (false);
--rollback drop table publishing_switch;
--rollback drop table publish_attempt;
--rollback drop table rendition_picture;
--rollback drop table rendition;
--rollback drop table post_product;
--rollback drop table post;
