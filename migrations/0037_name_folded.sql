--liquibase formatted sql

--changeset gaung:0037_name_folded
-- The name as searches compare it (compatibility forms and ½ folded), kept: folding 10,000 names
-- for each search took longer than all the rest of it.
alter table umkm add column name_folded text not null
  generated always as (replace(normalize(name, nfkc), '⁄', '/')) stored;
alter table product add column name_folded text not null
  generated always as (replace(normalize(name, nfkc), '⁄', '/')) stored;
--rollback alter table product drop column name_folded;
--rollback alter table umkm drop column name_folded;
