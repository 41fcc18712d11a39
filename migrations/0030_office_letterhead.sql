--liquibase formatted sql

--changeset gaung:0030_office_letterhead
-- What stands at the head of the office's papers and before its name on a creator's phone.
alter table office add column letterhead text not null default '';
alter table office add column logo_photo_id uuid references photo;
--rollback alter table office drop column logo_photo_id;
--rollback alter table office drop column letterhead;
