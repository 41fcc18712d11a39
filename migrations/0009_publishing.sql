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
create unique index post_deliverable on post (deliverable_id) where deliverable_id is not null;
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
  -- When the queue takes it up: the due time at first, later the next try or the next look-up.
  next_at          timestamptz not null,
  state            text not null,
  attempts         integer not null default 0,
  first_attempt_at timestamptz,
  checkpoint       jsonb not null default '{}',
  lease_owner      text,
  lease_until      timestamptz,
  held             boolean not null default false,
  failure_kind     text,
  failure_code     text,
  failure_detail   text,
  published_at     timestamptz,
  remote_id        text,
  remote_url       text,
  created_at       timestamptz not null,
  version          integer not null default 0,
  unique (post_id, channel_id)
);
-- The queue: what may be taken up, by time.
create index rendition_queue on rendition (next_at)
  where state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN');
create index rendition_lease on rendition (lease_until) where state = 'PUBLISHING';
create index rendition_calendar on rendition (due_at);
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
  idempotency_key text not null,
  payload_hash    text not null,
  node            text not null,
  started_at      timestamptz not null,
  finished_at     timestamptz,
  outcome         text,
  detail          text,
  unique (rendition_id, number)
);
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
