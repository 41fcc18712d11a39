--liquibase formatted sql

--changeset gaung:0035_creator_account_once
-- An account is one active creator's. A creator who is not active keeps the record of theirs, so
-- the account knows whether its creator is active, and follows when that changes. Where two active
-- creators have the same account already, the one entered first keeps it.
alter table creator add constraint creator_id_active unique (id, active);
alter table creator_account add column active boolean;
update creator_account a set active = (select c.active from creator c where c.id = a.creator_id);
delete from creator_account a using creator mine
where mine.id = a.creator_id and mine.active and exists (
  select from creator_account b join creator other on other.id = b.creator_id
  where b.network = a.network and lower(b.handle) = lower(a.handle) and other.active
    and (other.created_at, other.id) < (mine.created_at, mine.id));
alter table creator_account alter column active set not null;
alter table creator_account add constraint creator_account_creator_active
  foreign key (creator_id, active) references creator (id, active) on update cascade;
create unique index creator_account_one_active on creator_account (network, lower(handle)) where active;
--rollback drop index creator_account_one_active;
--rollback alter table creator_account drop constraint creator_account_creator_active;
--rollback alter table creator_account drop column active;
--rollback alter table creator drop constraint creator_id_active;
