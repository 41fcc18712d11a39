--liquibase formatted sql

--changeset gaung:0006_campaign
create table campaign (
  id                  uuid primary key,
  name                text not null,
  goal                text not null,
  starts_on           date not null,
  ends_on             date not null,
  budget_rupiah       bigint not null,
  target_posts        integer,
  target_views        bigint,
  target_interactions bigint,
  state               text not null,
  state_reason        text,
  created_by          uuid not null references person,
  submitted_by        uuid references person,
  decided_by          uuid references person,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  version             integer not null default 0
);
create index campaign_state on campaign (state, starts_on desc);
create table campaign_product (
  campaign_id uuid not null references campaign,
  product_id  uuid not null references product,
  primary key (campaign_id, product_id)
);
create index campaign_product_product on campaign_product (product_id);
-- The brief of a campaign. Version n can be rewritten until it is bound (campaign approved); a later
-- change of text makes version n + 1, and offers keep the version they were accepted with.
create table brief_version (
  id          uuid primary key,
  campaign_id uuid not null references campaign,
  number      integer not null check (number > 0),
  sections    jsonb not null,
  sha256      text not null,
  bound       boolean not null default false,
  created_by  uuid not null references person,
  created_at  timestamptz not null,
  unique (campaign_id, number)
);
--rollback drop table brief_version;
--rollback drop table campaign_product;
--rollback drop table campaign;
