--liquibase formatted sql

--changeset gaung:0046_last_answer
-- When an account's network last gave an answer that was no failure; kept at most once a minute.
alter table channel add column answered_at timestamptz;
--rollback alter table channel drop column answered_at;
