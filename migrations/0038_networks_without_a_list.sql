--liquibase formatted sql

--changeset gaung:0038_networks_without_a_list
-- Which networks there are, their modules say: a new one needs no migration.
alter table creator_account drop constraint creator_account_network_check;
--rollback alter table creator_account add constraint creator_account_network_check check (network in ('INSTAGRAM', 'TIKTOK', 'FACEBOOK', 'YOUTUBE', 'X', 'THREADS', 'LINKEDIN', 'TELEGRAM', 'BLUESKY', 'MASTODON'));
