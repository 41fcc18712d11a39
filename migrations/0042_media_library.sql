--liquibase formatted sql

--changeset gaung:0042_media_library
-- The library: photos and videos are one kind of thing, a row of photo, with what people say about
-- it. The bytes of a video lie in the media folder as those of photos do.
create table media_folder (
  id         uuid primary key,
  name       text not null,
  created_at timestamptz not null
);
create unique index media_folder_name on media_folder (lower(name));
alter table photo add column kind text not null default 'PHOTO' check (kind in ('PHOTO', 'VIDEO'));
-- Stays although nothing shows it: it was put into the library on purpose.
alter table photo add column kept boolean not null default false;
-- A picture out of a video, kept for its cover and not listed.
alter table photo add column still boolean not null default false;
-- What it was called as it was sent in parts; a part that is sent again makes no second one.
alter table photo add column upload_id uuid;
alter table photo add column stored_name text not null default '';
alter table photo add column title text not null default '';
alter table photo add column alt_text text not null default '';
alter table photo add column maker text not null default '';
alter table photo add column licence text not null default '';
-- The first instant at which it no longer holds; nothing if it has no end.
alter table photo add column licence_until timestamptz;
-- Networks by their path; none stands for all.
alter table photo add column licence_networks text[] not null default '{}';
alter table photo add column tags text[] not null default '{}';
alter table photo add column folder_id uuid references media_folder;
alter table photo add column cover_id uuid references photo;
alter table photo add column duration_ms bigint;
alter table photo add column video_codec text;
alter table photo add column audio_codec text;
alter table photo add column rotation integer;
alter table photo add column frame_rate double precision;
alter table photo add column version integer not null default 0;
alter table photo add constraint photo_video_facts check (
  (kind = 'VIDEO') = (duration_ms is not null and video_codec is not null));
-- What a search looks through, small letters and folded.
alter table photo add column words text not null
  generated always as (lower(normalize(title || ' ' || original_name || ' ' || alt_text || ' ' || maker, nfkc))) stored;
create unique index photo_upload on photo (upload_id) where upload_id is not null;
create index photo_listed on photo (created_at desc, id) where not still;
create index photo_folder on photo (folder_id, created_at desc) where folder_id is not null;
create index photo_cover on photo (cover_id) where cover_id is not null;
create index photo_tags on photo using gin (tags);
create index photo_licence on photo (licence_until) where licence_until is not null;
-- What of the picture is shown where a network wants another shape; in parts of its sides.
create table media_crop (
  photo_id uuid not null references photo,
  ratio    text not null check (ratio in ('1:1', '4:5', '16:9')),
  x        double precision not null,
  y        double precision not null,
  width    double precision not null,
  height   double precision not null,
  primary key (photo_id, ratio),
  check (x >= 0 and y >= 0 and width > 0 and height > 0 and x + width <= 1.0001 and y + height <= 1.0001)
);
-- A file on its way, in parts. How much of it is there says the file.
create table media_upload (
  id         uuid primary key,
  -- Who alone may go on with it.
  owner      text not null,
  name       text not null,
  metadata   text not null,
  length     bigint not null check (length > 0),
  -- What it is for, such as a deliverable.
  thing      uuid,
  created_at timestamptz not null,
  -- When the last part came.
  touched_at timestamptz not null
);
create index media_upload_owner on media_upload (owner);
create index media_upload_touched on media_upload (touched_at);
-- A file whose row was deleted; it goes once nobody can be about to name it again.
create table media_gone (
  sha256  text primary key,
  gone_at timestamptz not null
);
--rollback drop table media_gone;
--rollback drop table media_upload;
--rollback drop table media_crop;
--rollback drop index photo_licence;
--rollback drop index photo_tags;
--rollback drop index photo_cover;
--rollback drop index photo_folder;
--rollback drop index photo_listed;
--rollback drop index photo_upload;
--rollback alter table photo drop column words;
--rollback alter table photo drop constraint photo_video_facts;
--rollback alter table photo drop column version;
--rollback alter table photo drop column frame_rate;
--rollback alter table photo drop column rotation;
--rollback alter table photo drop column audio_codec;
--rollback alter table photo drop column video_codec;
--rollback alter table photo drop column duration_ms;
--rollback alter table photo drop column cover_id;
--rollback alter table photo drop column folder_id;
--rollback alter table photo drop column tags;
--rollback alter table photo drop column licence_networks;
--rollback alter table photo drop column licence_until;
--rollback alter table photo drop column licence;
--rollback alter table photo drop column maker;
--rollback alter table photo drop column alt_text;
--rollback alter table photo drop column title;
--rollback alter table photo drop column stored_name;
--rollback alter table photo drop column upload_id;
--rollback alter table photo drop column still;
--rollback alter table photo drop column kept;
--rollback alter table photo drop column kind;
--rollback drop table media_folder;
