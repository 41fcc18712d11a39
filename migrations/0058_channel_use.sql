--liquibase formatted sql

--changeset gaung:0058_channel_use
-- Calls that only read and posts that are taken away are limited apart on some networks.
alter table channel_budget drop constraint channel_budget_kind_check;
alter table channel_budget add constraint channel_budget_kind_check
  check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS', 'DRAFTS', 'READS', 'DELETES'));
-- What our own calls took of limits of which a network tells nothing before they are reached; a row
-- for each quarter of an hour in which anything was taken, see decision 20.
create table channel_use (
  channel_id uuid not null references channel,
  kind       text not null,
  -- Shared by all accounts of this installation on the network.
  of_app     boolean not null,
  slot       timestamptz not null,
  used       bigint not null check (used > 0),
  primary key (channel_id, kind, of_app, slot)
);
--rollback drop table channel_use;
--rollback delete from channel_budget where kind in ('READS', 'DELETES');
--rollback alter table channel_budget drop constraint channel_budget_kind_check;
--rollback alter table channel_budget add constraint channel_budget_kind_check check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS', 'DRAFTS'));
