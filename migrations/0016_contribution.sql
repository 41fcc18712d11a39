--liquibase formatted sql

--changeset gaung:0016_contribution splitStatements:false
-- Who contributed to what: every edit of a campaign, its brief or a post writes a row. Nobody
-- approves what they contributed to, whoever touched it last. Append-only.
create table contribution (
  subject_kind text not null check (subject_kind in ('campaign', 'brief', 'post', 'deliverable')),
  -- Of a brief, its campaign's.
  subject_id   uuid not null,
  version      integer not null check (version >= 0),
  person_id    uuid not null references person,
  at           timestamptz not null,
  primary key (subject_kind, subject_id, person_id, version)
);
create trigger contribution_append_only before update or delete on contribution
  for each row execute function refuse_change();
create trigger contribution_no_truncate before truncate on contribution
  for each statement execute function refuse_change();

-- Rows of before: from what is stored, and from what the log says of earlier edits.
insert into contribution (subject_kind, subject_id, version, person_id, at)
select kind, id, version, person, min(at) from (
  select 'campaign' as kind, id, 0 as version, created_by as person, created_at as at from campaign
  union all
  select 'campaign', id, version, submitted_by, updated_at from campaign
  where submitted_by is not null
  union all
  select 'brief', campaign_id, number, created_by, created_at from brief_version
  union all
  select 'post', id, 0, created_by, created_at from post where created_by is not null
  union all
  select 'campaign', subject_id, 0, actor_id, at from audit_event
  where subject_type = 'campaign' and actor_kind = 'PERSON'
    and action in ('campaign.planned', 'campaign.changed', 'campaign.products-changed',
      'campaign.brief-changed', 'campaign.submitted')
  union all
  select 'post', r.post_id, 0, e.actor_id, e.at
  from audit_event e join rendition r on r.id = e.subject_id
  where e.subject_type = 'rendition' and e.actor_kind = 'PERSON'
    and e.action = 'rendition.in-review'
) old
where exists (select from person where person.id = old.person)
group by kind, id, version, person;
--rollback drop table contribution;
