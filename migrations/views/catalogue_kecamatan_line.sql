--liquibase formatted sql

--changeset gaung:catalogue_kecamatan_line runOnChange:true splitStatements:false
-- Every kecamatan of the city.
drop view if exists catalogue_kecamatan_line;
create view catalogue_kecamatan_line as
select code as kecamatan_code, name as kecamatan
from kecamatan;
--rollback drop view catalogue_kecamatan_line;
