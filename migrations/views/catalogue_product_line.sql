--liquibase formatted sql

--changeset gaung:catalogue_product_line runOnChange:true splitStatements:false
-- Each product with its UMKM, where that is, and its photo if it has one.
drop view if exists catalogue_product_line;
create view catalogue_product_line as
select p.id as product_id, p.name as product, u.id as umkm_id, u.name as umkm,
  k.code as kecamatan_code, k.name as kecamatan, p.photo_id
from product p
join umkm u on u.id = p.umkm_id
join kecamatan k on k.code = u.kecamatan_code;
--rollback drop view catalogue_product_line;
