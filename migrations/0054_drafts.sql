--liquibase formatted sql

--changeset gaung:0054_drafts
-- How many drafts may wait in a network's app is a limit of its own, which stops no post.
alter table channel_budget drop constraint channel_budget_kind_check;
alter table channel_budget add constraint channel_budget_kind_check
  check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS', 'DRAFTS'));
--rollback delete from channel_budget where kind = 'DRAFTS';
--rollback alter table channel_budget drop constraint channel_budget_kind_check;
--rollback alter table channel_budget add constraint channel_budget_kind_check check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS'));
