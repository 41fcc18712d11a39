--liquibase formatted sql

--changeset gaung:0020_photo_origin
-- Who sent a photo, so that what one link may send in a day is counted; and when it was last looked
-- at whether anything shows it.
alter table photo add column stored_by uuid;
alter table photo add column looked_at timestamptz;
create index photo_stored_by on photo (stored_by, created_at);
create index photo_looked_at on photo (looked_at nulls first, created_at);
create index photo_variant_sha256 on photo_variant (sha256);
--rollback drop index photo_variant_sha256;
--rollback drop index photo_looked_at;
--rollback drop index photo_stored_by;
--rollback alter table photo drop column looked_at;
--rollback alter table photo drop column stored_by;
