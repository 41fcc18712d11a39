--liquibase formatted sql

--changeset gaung:0039_practice_networks
-- Which networks can be practised on, their servers say.
alter table sandbox_account drop constraint sandbox_account_network_check;
--rollback alter table sandbox_account add constraint sandbox_account_network_check check (network in ('BLUESKY', 'MASTODON', 'INSTAGRAM'));
