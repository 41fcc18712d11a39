--liquibase formatted sql

--changeset gaung:0049_deliverable_format
-- What a content is to show: photos or one video as its creator likes, photos, or a video.
alter table deliverable add column format text not null default 'ANY'
  check (format in ('ANY', 'PHOTO', 'VIDEO'));
--rollback alter table deliverable drop column format;
