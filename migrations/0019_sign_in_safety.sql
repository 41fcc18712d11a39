--liquibase formatted sql

--changeset gaung:0019_sign_in_safety
-- Browsers in which somebody signed in before: strangers' guesses do not shut them out.
create table known_browser (
  token_hash bytea not null,
  person_id  uuid not null references person,
  used_at    timestamptz not null,
  primary key (token_hash, person_id)
);
create index known_browser_person on known_browser (person_id);
create index known_browser_used on known_browser (used_at);
-- A key for programs ends. Those made before are given a quarter of a year from now.
alter table api_token add column expires_at timestamptz;
update api_token set expires_at = now() + interval '90 days';
alter table api_token alter column expires_at set not null;
--rollback alter table api_token drop column expires_at;
--rollback drop table known_browser;
