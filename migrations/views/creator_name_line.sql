--liquibase formatted sql

--changeset gaung:creator_name_line runOnChange:true splitStatements:false
-- The names of creators.
drop view if exists creator_name_line;
create view creator_name_line as
select id as creator_id, name
from creator;
--rollback drop view creator_name_line;
