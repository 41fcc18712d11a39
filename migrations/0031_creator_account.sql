--liquibase formatted sql

--changeset gaung:0031_creator_account
-- A creator's accounts and picture. Followers are null while nobody said how many, which is not
-- none; with a number stand the day it was true and who said so.
create table creator_account (
  creator_id       uuid not null references creator,
  network          text not null check (network in ('INSTAGRAM', 'TIKTOK', 'FACEBOOK', 'YOUTUBE', 'X',
                     'THREADS', 'LINKEDIN', 'TELEGRAM', 'BLUESKY', 'MASTODON')),
  handle           text not null,
  place            integer not null check (place > 0),
  followers        bigint check (followers >= 0),
  followers_on     date,
  followers_source text check (followers_source in ('STAFF', 'CREATOR', 'READ')),
  primary key (creator_id, place),
  check ((followers is null) = (followers_on is null)),
  check ((followers is null) = (followers_source is null))
);
create unique index creator_account_once on creator_account (creator_id, network, lower(handle));
create index creator_account_handle on creator_account (network, lower(handle));
alter table creator add column photo_id uuid references photo;
create index creator_photo on creator (photo_id) where photo_id is not null;
--rollback alter table creator drop column photo_id;
--rollback drop table creator_account;
