--liquibase formatted sql

--changeset gaung:0059_reading_deletion splitStatements:false
-- When the login of an account was renewed last: some networks want what their API told deleted
-- when it has not been for long. Of older logins: when the network last answered by one.
alter table channel add column login_renewed_at timestamptz;
update channel set login_renewed_at = greatest(connected_at, answered_at)
where sealed_secrets is not null;
-- What was deleted because a network's terms ask for it: the newest of these readings, so that
-- nobody takes a week for one in which nothing was read.
create table reading_deletion (
  -- A post that is measured, or an account, whose followers are.
  subject_id uuid not null,
  metric     text not null,
  until      timestamptz not null,
  deleted_at timestamptz not null,
  readings   bigint not null check (readings > 0),
  primary key (subject_id, metric)
);
-- Readings stay append-only: only the job that deletes them says so, for its own transaction, and
-- only what a network's API told can go.
create function refuse_change_of_reading() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.source in ('API', 'PUBLIC')
      and current_setting('gaung.deletes_readings', true) = 'on' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end
$$;
drop trigger snapshot_append_only on snapshot;
create trigger snapshot_append_only before update or delete on snapshot
  for each row execute function refuse_change_of_reading();
drop trigger follower_snapshot_append_only on follower_snapshot;
create trigger follower_snapshot_append_only before update or delete on follower_snapshot
  for each row execute function refuse_change_of_reading();
-- What a person put in a reading's place stays when the reading goes.
alter table snapshot drop constraint snapshot_supersedes_fkey;
--rollback alter table snapshot add constraint snapshot_supersedes_fkey foreign key (supersedes) references snapshot not valid;
--rollback drop trigger follower_snapshot_append_only on follower_snapshot;
--rollback create trigger follower_snapshot_append_only before update or delete on follower_snapshot for each row execute function refuse_change();
--rollback drop trigger snapshot_append_only on snapshot;
--rollback create trigger snapshot_append_only before update or delete on snapshot for each row execute function refuse_change();
--rollback drop function refuse_change_of_reading();
--rollback drop table reading_deletion;
--rollback alter table channel drop column login_renewed_at;
