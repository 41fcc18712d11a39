--liquibase formatted sql

--changeset gaung:0055_network_permit
-- That a network allowed the office what its terms do not give everybody: who confirmed it, and when.
create table network_permit (
  network text primary key,
  confirmed_by text not null,
  confirmed_on date not null,
  reference text not null,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null
);
--rollback drop table network_permit;
