--liquibase formatted sql

--changeset gaung:catalogue_umkm_line runOnChange:true splitStatements:false
-- Each registered UMKM, with its kecamatan.
drop view if exists catalogue_umkm_line;
create view catalogue_umkm_line as
select id as umkm_id, name as umkm, kecamatan_code, created_at
from umkm;
--rollback drop view catalogue_umkm_line;
