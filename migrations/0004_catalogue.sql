--liquibase formatted sql

--changeset gaung:0004_catalogue
create table kecamatan (
  code text primary key,
  name text not null unique
);
create table kelurahan (
  id             smallint primary key,
  kecamatan_code text not null references kecamatan,
  name           text not null,
  unique (kecamatan_code, name)
);
-- Kepmendagri 300.2.2-2430/2025: 6 kecamatan, 34 kelurahan.
insert into kecamatan (code, name) values
  ('64.71.01', 'Balikpapan Timur'),
  ('64.71.02', 'Balikpapan Barat'),
  ('64.71.03', 'Balikpapan Utara'),
  ('64.71.04', 'Balikpapan Tengah'),
  ('64.71.05', 'Balikpapan Selatan'),
  ('64.71.06', 'Balikpapan Kota');
insert into kelurahan (id, kecamatan_code, name) values
  (1, '64.71.01', 'Manggar'),
  (2, '64.71.01', 'Lamaru'),
  (3, '64.71.01', 'Teritip'),
  (4, '64.71.01', 'Manggar Baru'),
  (5, '64.71.02', 'Baru Ilir'),
  (6, '64.71.02', 'Baru Tengah'),
  (7, '64.71.02', 'Baru Ulu'),
  (8, '64.71.02', 'Kariangau'),
  (9, '64.71.02', 'Margo Mulyo'),
  (10, '64.71.02', 'Marga Sari'),
  (11, '64.71.03', 'Batu Ampar'),
  (12, '64.71.03', 'Gunung Samarinda'),
  (13, '64.71.03', 'Karang Joang'),
  (14, '64.71.03', 'Muara Rapak'),
  (15, '64.71.03', 'Gunung Samarinda Baru'),
  (16, '64.71.03', 'Graha Indah'),
  (17, '64.71.04', 'Gunung Sari Ulu'),
  (18, '64.71.04', 'Gunung Sari Ilir'),
  (19, '64.71.04', 'Karang Rejo'),
  (20, '64.71.04', 'Karang Jati'),
  (21, '64.71.04', 'Mekar Sari'),
  (22, '64.71.04', 'Sumber Rejo'),
  (23, '64.71.05', 'Sepinggan'),
  (24, '64.71.05', 'Gunung Bahagia'),
  (25, '64.71.05', 'Sepinggan Baru'),
  (26, '64.71.05', 'Sepinggan Raya'),
  (27, '64.71.05', 'Sungai Nangka'),
  (28, '64.71.05', 'Damai Baru'),
  (29, '64.71.05', 'Damai Bahagia'),
  (30, '64.71.06', 'Prapatan'),
  (31, '64.71.06', 'Telaga Sari'),
  (32, '64.71.06', 'Klandasan Ulu'),
  (33, '64.71.06', 'Klandasan Ilir'),
  (34, '64.71.06', 'Damai');
create table umkm (
  id             uuid primary key,
  nib            text unique check (nib ~ '^[0-9]{13}$'),
  name           text not null,
  kecamatan_code text not null references kecamatan,
  kelurahan_id   smallint references kelurahan,
  whatsapp       text check (whatsapp ~ '^62[0-9]{8,13}$'),
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 0
);
create index umkm_kecamatan on umkm (kecamatan_code, name);
create index umkm_name on umkm (lower(name), id);
create table product (
  id           uuid primary key,
  umkm_id      uuid not null references umkm,
  name         text not null,
  name_key     text not null,
  category     text not null,
  description  text not null,
  price_rupiah bigint not null check (price_rupiah > 0),
  photo_id     uuid references photo,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      integer not null default 0,
  unique (umkm_id, name_key)
);
create index product_name on product (lower(name), id);
-- A file that was uploaded and previewed; applied once, or never.
create table catalogue_import (
  id          uuid primary key,
  file_name   text not null,
  content     bytea not null,
  created_by  uuid references person,
  created_at  timestamptz not null,
  applied_at  timestamptz,
  result      jsonb not null default '{}'
);
create index catalogue_import_created on catalogue_import (created_at desc, id);
--rollback drop table catalogue_import;
--rollback drop table product;
--rollback drop table umkm;
--rollback drop table kelurahan;
--rollback drop table kecamatan;
