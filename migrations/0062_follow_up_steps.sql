--liquibase formatted sql

--changeset gaung:0062_follow_up_steps
-- Where a part of a thread is prepared at its network before it is published: what was prepared,
-- written and read by the network's client alone, and stored before the step after it.
alter table follow_up add column checkpoint jsonb not null default '{}';

-- Replies are limited apart from posts on some networks.
alter table channel_budget drop constraint channel_budget_kind_check;
alter table channel_budget add constraint channel_budget_kind_check check (
  kind in ('POSTS', 'REPLIES', 'UPLOADS', 'VIDEOS', 'CALLS', 'DRAFTS', 'READS', 'DELETES'));
--rollback delete from channel_budget where kind = 'REPLIES';
--rollback alter table channel_budget drop constraint channel_budget_kind_check;
--rollback alter table channel_budget add constraint channel_budget_kind_check check (kind in ('POSTS', 'UPLOADS', 'VIDEOS', 'CALLS', 'DRAFTS', 'READS', 'DELETES'));
--rollback alter table follow_up drop column checkpoint;
