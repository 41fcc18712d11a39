--liquibase formatted sql

--changeset gaung:identity_name_line runOnChange:true splitStatements:false
-- What each person is called, and whether they are with the office now.
drop view if exists identity_name_line;
create view identity_name_line as
select id as person_id, name, active
from person;
--rollback drop view identity_name_line;
