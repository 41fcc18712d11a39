--liquibase formatted sql

--changeset gaung:0025_hidden_span
-- From when to when a post that stood on its account was not shown by its network. A span is begun
-- when that is found and ended by the next reading that finds the post shown, or gone.
create table hidden_span (
  rendition_id uuid not null references rendition,
  since        timestamptz not null,
  until        timestamptz check (until >= since),
  primary key (rendition_id, since)
);
create unique index hidden_span_open on hidden_span (rendition_id) where until is null;
insert into hidden_span (rendition_id, since)
select rendition_id, now() from watch where last_trouble = 'hidden' and ended_at is null;
--rollback drop table hidden_span;
