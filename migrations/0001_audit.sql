--liquibase formatted sql

--changeset gaung:0001_audit splitStatements:false
create table audit_event (
  seq          bigint primary key,
  at           timestamptz not null,
  actor_kind   text not null,
  actor_id     uuid,
  actor_name   text not null,
  action       text not null,
  subject_type text not null,
  subject_id   uuid,
  details      text not null,
  request_id   text not null,
  address      text not null,
  prev_hash    text not null,
  hash         text not null
);
create index audit_event_subject on audit_event (subject_type, subject_id, seq);

-- One row: the end of the chain. Locked by each writer, once, last in its transaction.
create table audit_head (
  only_one boolean primary key default true check (only_one),
  seq      bigint not null,
  hash     text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function refuse_change();
--rollback drop table audit_event;
--rollback drop table audit_head;
--rollback drop function refuse_change();
