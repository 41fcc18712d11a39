--liquibase formatted sql

--changeset gaung:0011_report
create table weekly_report (
  id         uuid primary key,
  week       text not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
  version    integer not null check (version > 0),
  state      text not null check (state in ('PROVISIONAL', 'FINAL', 'REVISED')),
  cut_at     timestamptz not null,
  made_at    timestamptz not null,
  -- The whole report as canonical JSON; pages and files are drawn from it alone.
  document   text not null,
  sha256     text not null,
  unique (week, version)
);
create trigger weekly_report_append_only before update or delete on weekly_report
  for each row execute function refuse_change();
--rollback drop table weekly_report;
