--liquibase formatted sql

--changeset gaung:0043_practice_videos
-- A video is counted as it comes; beyond a few megabytes its bytes are not kept, only its length.
alter table sandbox_media add column whole_size integer;
alter table sandbox_media add column cover bytea not null default '';
alter table sandbox_container drop constraint sandbox_container_kind_check;
-- Where a reel's video and cover are fetched, what is said of it, and the code it failed with.
alter table sandbox_container add column source text not null default '';
alter table sandbox_container add column cover text not null default '';
alter table sandbox_container add column said text not null default '{}';
alter table sandbox_container add column error text not null default '';
--rollback alter table sandbox_container drop column error;
--rollback alter table sandbox_container drop column said;
--rollback alter table sandbox_container drop column cover;
--rollback alter table sandbox_container drop column source;
--rollback alter table sandbox_container add constraint sandbox_container_kind_check check (kind in ('IMAGE', 'CAROUSEL_ITEM', 'CAROUSEL'));
--rollback alter table sandbox_media drop column cover;
--rollback alter table sandbox_media drop column whole_size;
