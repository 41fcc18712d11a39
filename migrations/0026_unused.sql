--liquibase formatted sql

--changeset gaung:0026_unused
-- Nothing asks for it: whether a rendition is held says its reason.
alter table rendition drop column held;
--rollback alter table rendition add held boolean not null generated always as (held_reason is not null) stored;
