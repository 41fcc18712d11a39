--liquibase formatted sql

--changeset gaung:0036_audit_check
-- One row: what the last walk of the chain found, known to every node and after a restart.
create table audit_check (
  only_one  boolean primary key default true check (only_one),
  at        timestamptz not null,
  held      bigint not null check (held >= 0),
  broken_at bigint
);
--rollback drop table audit_check;
