--liquibase formatted sql

--changeset gaung:0045_channel_budget
-- How much of a limit an account has used, as its network said last: heard by any node, minded by
-- all, and not forgotten by a restart. Not every call writes here, see decision 20.
create table channel_budget (
  channel_id uuid not null references channel,
  kind       text not null check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS')),
  -- Shared by all accounts of this installation on the network.
  of_app     boolean not null,
  most       bigint not null check (most > 0),
  used       bigint not null check (used >= 0),
  in_percent boolean not null,
  -- When it begins anew; nothing where the network does not say.
  until      timestamptz,
  heard_at   timestamptz not null,
  primary key (channel_id, kind, of_app)
);
create index channel_budget_app on channel_budget (channel_id) where of_app;
--rollback drop table channel_budget;
