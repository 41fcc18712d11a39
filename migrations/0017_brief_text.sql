--liquibase formatted sql

--changeset gaung:0017_brief_text splitStatements:false
-- The very text over which a version's hash was taken, and in which form: a later form, or one
-- more section, changes nothing about what was agreed to.
alter table brief_version add text_format integer not null default 1 check (text_format > 0);
alter table brief_version add text text not null default '';
update brief_version v set text = (
  select string_agg(
    s.key || ' ' || octet_length(coalesce(v.sections ->> s.key, '')) || chr(10)
      || coalesce(v.sections ->> s.key, '') || chr(10), '' order by s.place)
  from unnest(array['summary', 'products', 'audience', 'key-messages', 'do-dont', 'deliverables',
    'schedule', 'review', 'disclosure', 'reward', 'rights', 'samples', 'assets', 'contact',
    'cancellation']) with ordinality as s (key, place));
--rollback alter table brief_version drop column text;
--rollback alter table brief_version drop column text_format;
