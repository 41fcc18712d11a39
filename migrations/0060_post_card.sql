--liquibase formatted sql

--changeset gaung:0060_post_card
-- What the card of a link says in posts that show no picture: words and picture of the products,
-- as they were when it was composed, so that what was looked at is what goes out.
alter table post add column card jsonb not null default '{}';
--rollback alter table post drop column card;
