--liquibase formatted sql

--changeset gaung:0048_draft_film
-- A draft shows photos, or one video, which is then the only one of its submission_photo.
alter table submission add column film boolean not null default false;
--rollback alter table submission drop column film;
