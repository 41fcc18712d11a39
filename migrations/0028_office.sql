--liquibase formatted sql

--changeset gaung:0028_office
-- What the office says of itself, once it was changed on the settings page; one row at most. Until
-- then the settings file counts.
create table office (
  single        boolean primary key default true check (single),
  name          text not null,
  city          text not null,
  province      text not null,
  officer_phone text,
  payment_days  integer not null check (payment_days > 0),
  rights_months integer not null check (rights_months > 0),
  ad_line       text not null,
  changed_by    uuid not null references person,
  changed_at    timestamptz not null,
  version       integer not null
);
--rollback drop table office;
