--liquibase formatted sql

--changeset gaung:0027_person_phone
-- The number at which creators reach a member of staff: 62 and the digits.
alter table person add column phone text;
--rollback alter table person drop column phone;
