--liquibase formatted sql

--changeset gaung:0005_creator
create table creator (
  id             uuid primary key,
  name           text not null,
  kind           text not null check (kind in ('CREATOR', 'MEDIA')),
  whatsapp       text not null check (whatsapp ~ '^62[0-9]{8,13}$'),
  email          text,
  kecamatan_code text references kecamatan,
  note           text not null default '',
  person_id      uuid unique references person,
  active         boolean not null default true,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 0
);
create index creator_name on creator (lower(name), id);
create unique index creator_whatsapp on creator (whatsapp) where active;
--rollback drop table creator;
