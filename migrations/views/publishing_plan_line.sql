--liquibase formatted sql

--changeset gaung:publishing_plan_line runOnChange:true splitStatements:false
-- The plan of each week, one row for each rendition in it: the due time that stood when the week
-- began, or the first one in the week that was set within it. What was called off before the week
-- began is in no plan; a retry plans nothing. Weeks are ISO weeks in WITA.
drop view if exists publishing_plan_line;
create view publishing_plan_line as
select distinct on (p.rendition_id, w.week_start)
  w.week_start, p.rendition_id, p.due_to as due_at, p.at as planned_at
from rendition_plan p
cross join lateral (
  select date_trunc('week', p.due_to at time zone 'Asia/Makassar') at time zone 'Asia/Makassar'
    as week_start) w
where p.due_to is not null
  and (p.at >= w.week_start and p.at < w.week_start + interval '168 hours'
    or p.at < w.week_start
      and not exists (
        select from rendition_plan later
        where later.rendition_id = p.rendition_id and later.due_to is not null
          and later.at < w.week_start and (later.at, later.id) > (p.at, p.id))
      and not exists (
        select from rendition_plan off
        where off.rendition_id = p.rendition_id and off.kind = 'CANCELLED'
          and off.at < w.week_start))
order by p.rendition_id, w.week_start, p.at, p.id;
--rollback drop view publishing_plan_line;
