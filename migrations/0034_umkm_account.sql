--liquibase formatted sql

--changeset gaung:0034_umkm_account
-- Where a business is on social media, in the order in which it was entered.
create table umkm_account (
  umkm_id  uuid not null references umkm,
  position integer not null check (position > 0),
  network  text not null,
  handle   text not null,
  primary key (umkm_id, network, handle)
);
--rollback drop table umkm_account;
