--liquibase formatted sql

--changeset gaung:0044_post_options
-- What is said of a post on one account beside its text, such as who may see it.
alter table rendition add column options jsonb not null default '{}';
-- A post shows photos, or one video; what a thing of the library is never changes.
alter table rendition_picture add column video boolean not null default false;
-- What the composer offers of the library.
create index photo_kept on photo (created_at desc, id) where kept and not still;
-- The licence of what it shows has ended.
alter table rendition drop constraint rendition_held_reason_check;
alter table rendition add constraint rendition_held_reason_check
  check (held_reason in ('CAMPAIGN', 'CHANNEL', 'LICENCE', 'STOPPED'));
--rollback alter table rendition drop constraint rendition_held_reason_check;
--rollback alter table rendition add constraint rendition_held_reason_check check (held_reason in ('CAMPAIGN', 'CHANNEL', 'STOPPED')) not valid;
--rollback drop index photo_kept;
--rollback alter table rendition_picture drop column video;
--rollback alter table rendition drop column options;
