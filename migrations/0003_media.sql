--liquibase formatted sql

--changeset gaung:0003_media
-- A photo as it was cleaned on arrival. The bytes lie in the media folder under their SHA-256.
create table photo (
  id            uuid primary key,
  sha256        text not null,
  mime_type     text not null,
  bytes         bigint not null check (bytes > 0),
  width         integer not null check (width > 0),
  height        integer not null check (height > 0),
  original_name text not null,
  created_at    timestamptz not null
);
create index photo_sha256 on photo (sha256);
-- The photo made fit for one set of rules (a network's, or a thumbnail).
create table photo_variant (
  photo_id  uuid not null references photo,
  fit       text not null,
  sha256    text not null,
  mime_type text not null,
  bytes     bigint not null check (bytes > 0),
  width     integer not null check (width > 0),
  height    integer not null check (height > 0),
  primary key (photo_id, fit)
);
--rollback drop table photo_variant;
--rollback drop table photo;
