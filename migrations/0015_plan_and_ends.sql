--liquibase formatted sql

--changeset gaung:0015_plan_and_ends splitStatements:false
-- What was planned for a rendition and what became of it, in order. Append-only: a week's plan is
-- read from here as it stood when the week began, whatever was moved later.
create table rendition_plan (
  id           bigint generated always as identity primary key,
  rendition_id uuid not null references rendition,
  at           timestamptz not null,
  kind         text not null
    check (kind in ('PLANNED', 'MOVED', 'RETRIED', 'MISSED', 'FAILED', 'CANCELLED', 'REMOVED')),
  -- The times that were given; a retry, and an end, give none.
  due_from     timestamptz,
  due_to       timestamptz,
  by_id        uuid,
  by_name      text not null,
  reason       text,
  check ((due_to is not null) = (kind in ('PLANNED', 'MOVED'))),
  check ((due_from is not null) = (kind = 'MOVED'))
);
create index rendition_plan_rendition on rendition_plan (rendition_id, at, id);
create index rendition_plan_week on rendition_plan
  ((date_trunc('week', due_to at time zone 'Asia/Makassar') at time zone 'Asia/Makassar'))
  where due_to is not null;
create trigger rendition_plan_append_only before update or delete on rendition_plan
  for each row execute function refuse_change();
create trigger rendition_plan_no_truncate before truncate on rendition_plan
  for each statement execute function refuse_change();

-- Since when its lateness is forgiven, if not since it was due: a person tried it once more.
alter table rendition add grace_from timestamptz;
-- When it was called off, missed, given up or found gone; nothing while it can still go out, or
-- is out.
alter table rendition add ended_at timestamptz;
create index rendition_grace on rendition ((coalesce(grace_from, due_at)))
  where state in ('SCHEDULED', 'RETRYING');
drop index rendition_overdue;

-- When it was connected for the first time, and which connection it has now, counted from 1.
alter table channel add first_connected_at timestamptz;
alter table channel add connection integer not null default 1 check (connection > 0);
-- When it was disconnected; nothing while it is connected.
alter table channel add ended_at timestamptz;

-- Rows of before: the log is read here once, so that it need not be read again.
insert into rendition_plan (rendition_id, at, kind, due_from, due_to, by_id, by_name, reason)
select id, at, kind, due_from, due_to, by_id, by_name, reason
from (
  select r.id, coalesce(a.at, r.created_at) as at, 'PLANNED' as kind,
    cast(null as timestamptz) as due_from,
    coalesce((a.details::jsonb ->> 'dueAt')::timestamptz, m.was, r.due_at) as due_to,
    a.actor_id as by_id, coalesce(a.actor_name, '') as by_name, cast(null as text) as reason,
    cast(0 as bigint) as seq
  from rendition r
  left join lateral (
    select * from audit_event
    where subject_type = 'rendition' and subject_id = r.id
      and details::jsonb ->> 'dueAt' is not null and details::jsonb ->> 'channel' is not null
    order by seq limit 1) a on true
  left join lateral (
    select (details::jsonb ->> 'from')::timestamptz as was from audit_event
    where subject_type = 'rendition' and subject_id = r.id and action = 'rendition.moved'
    order by seq limit 1) m on true
  union all
  select e.subject_id, e.at, 'MOVED', (e.details::jsonb ->> 'from')::timestamptz,
    (e.details::jsonb ->> 'to')::timestamptz, e.actor_id, e.actor_name, null, e.seq
  from audit_event e
  where e.subject_type = 'rendition' and e.action = 'rendition.moved'
  union all
  select e.subject_id, e.at, 'RETRIED', null, null, e.actor_id, e.actor_name, null, e.seq
  from audit_event e
  where e.subject_type = 'rendition' and e.action = 'rendition.scheduled'
    and e.details::jsonb ->> 'from' in ('MISSED', 'FAILED')
  union all
  select e.subject_id, e.at, upper(substr(e.action, 11)), null, null, e.actor_id, e.actor_name,
    e.details::jsonb ->> 'reason', e.seq
  from audit_event e
  where e.subject_type = 'rendition'
    and e.action in ('rendition.missed', 'rendition.failed', 'rendition.cancelled',
      'rendition.removed')
) old
where exists (select from rendition r where r.id = old.id)
order by seq, at;

update rendition r set ended_at = coalesce(
  (select max(p.at) from rendition_plan p where p.rendition_id = r.id and p.kind = r.state),
  r.due_at)
where state in ('MISSED', 'FAILED', 'CANCELLED', 'REMOVED');

update channel c set
  first_connected_at = least(c.connected_at,
    (select min(e.at) from audit_event e
     where e.subject_type = 'channel' and e.subject_id = c.id and e.action = 'channel.connected'),
    (select min(f.observed_at) from follower_snapshot f where f.channel_id = c.id)),
  connection = 1 + (select count(*) from audit_event e
    where e.subject_type = 'channel' and e.subject_id = c.id
      and e.action = 'channel.reconnected'),
  ended_at = case when c.state = 'DISCONNECTED' then coalesce(
    (select max(e.at) from audit_event e
     where e.subject_type = 'channel' and e.subject_id = c.id
       and e.action = 'channel.disconnected'), c.connected_at) end;

-- The report's figures and the readings they come from: nothing of them is ever taken away.
create trigger snapshot_no_truncate before truncate on snapshot
  for each statement execute function refuse_change();
create trigger follower_snapshot_no_truncate before truncate on follower_snapshot
  for each statement execute function refuse_change();
create trigger weekly_report_no_truncate before truncate on weekly_report
  for each statement execute function refuse_change();
--rollback drop trigger weekly_report_no_truncate on weekly_report;
--rollback drop trigger follower_snapshot_no_truncate on follower_snapshot;
--rollback drop trigger snapshot_no_truncate on snapshot;
--rollback alter table channel drop column ended_at;
--rollback alter table channel drop column connection;
--rollback alter table channel drop column first_connected_at;
--rollback create index rendition_overdue on rendition (due_at) where state in ('SCHEDULED', 'RETRYING');
--rollback drop index rendition_grace;
--rollback alter table rendition drop column ended_at;
--rollback alter table rendition drop column grace_from;
--rollback drop table rendition_plan;
