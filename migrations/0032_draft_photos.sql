--liquibase formatted sql

--changeset gaung:0032_draft_photos
-- A draft has up to four photos in an order, each with its description; and what is asked for is
-- meant for some networks. No network stands for those on which the office publishes: offers made
-- before said none.
create table submission_photo (
  submission_id uuid not null references submission,
  position      integer not null check (position between 1 and 4),
  photo_id      uuid not null references photo,
  alt_text      text not null,
  primary key (submission_id, position)
);
create index submission_photo_photo on submission_photo (photo_id);
insert into submission_photo (submission_id, position, photo_id, alt_text)
select id, 1, photo_id, alt_text from submission where photo_id is not null;
drop view if exists collaboration_work_line;
alter table submission drop column photo_id;
alter table submission drop column alt_text;
alter table deliverable add column networks text[] not null default '{}';
--rollback alter table deliverable drop column networks;
--rollback alter table submission add column photo_id uuid references photo;
--rollback alter table submission add column alt_text text not null default '';
--rollback update submission s set photo_id = p.photo_id, alt_text = p.alt_text from submission_photo p where p.submission_id = s.id and p.position = 1;
--rollback drop table submission_photo;
