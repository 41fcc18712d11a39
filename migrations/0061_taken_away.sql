--liquibase formatted sql

--changeset gaung:0061_taken_away
-- Whether a post that is gone was taken away by the office, by Gaung: told from one that its network
-- lost or took down.
alter table rendition add column taken_away boolean not null default false;
update rendition r set taken_away = true
where r.state = 'REMOVED' and exists (
  select from removal m where m.rendition_id = r.id and m.state = 'DONE');

-- Approvals of posts stand in their history, too.
alter table rendition_plan drop constraint rendition_plan_kind_check;
alter table rendition_plan add constraint rendition_plan_kind_check check (
  kind in ('PLANNED', 'APPROVED', 'MOVED', 'RETRIED', 'MISSED', 'FAILED', 'CANCELLED', 'REMOVED'));
insert into rendition_plan (rendition_id, at, kind, by_id, by_name)
select r.id, a.at, 'APPROVED', a.actor_id, coalesce(a.actor_name, '')
from audit_event a join rendition r on r.id = a.subject_id
where a.subject_type = 'rendition' and a.action = 'rendition.scheduled'
  and a.details::jsonb ->> 'from' = 'IN_REVIEW'
order by a.seq;
--rollback alter table rendition_plan disable trigger rendition_plan_append_only;
--rollback delete from rendition_plan where kind = 'APPROVED';
--rollback alter table rendition_plan enable trigger rendition_plan_append_only;
--rollback alter table rendition_plan drop constraint rendition_plan_kind_check;
--rollback alter table rendition_plan add constraint rendition_plan_kind_check check (kind in ('PLANNED', 'MOVED', 'RETRIED', 'MISSED', 'FAILED', 'CANCELLED', 'REMOVED'));
--rollback alter table rendition drop column taken_away;
