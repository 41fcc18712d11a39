--liquibase formatted sql

--changeset gaung:0024_photo_stored_for
-- What a creator sent a photo for, so that those which wait for a draft are counted.
alter table photo add column stored_for uuid;
create index photo_stored_for on photo (stored_for);
--rollback drop index photo_stored_for;
--rollback alter table photo drop column stored_for;
