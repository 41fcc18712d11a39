--liquibase formatted sql

--changeset gaung:0033_audit_search
-- What the filters of the audit log ask for: one person's rows, newest first; some days. Rows come in
-- the order of time, so that the smallest kind of index finds the days.
create index audit_event_actor on audit_event (actor_id, seq) where actor_id is not null;
create index audit_event_day on audit_event using brin (at);
--rollback drop index audit_event_day;
--rollback drop index audit_event_actor;
