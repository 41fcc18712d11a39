--liquibase formatted sql

--changeset gaung:0053_creators_posts
-- Posts of a campaign's content on the accounts of its creators. Such an account is one that the
-- office does not publish on: nobody is responsible for it and no login opens it.
alter table channel add column creator_id uuid references creator;
alter table channel drop constraint channel_responsible;
alter table channel add constraint channel_responsible
  check (mode = 'API' or responsible_id is not null or creator_id is not null);
create index channel_creator on channel (creator_id) where creator_id is not null;

alter table found_post add column deliverable_id uuid references deliverable;
-- The address was another post's: it is measured and told no more.
alter table found_post add column taken_back_at timestamptz;
create index found_post_deliverable on found_post (deliverable_id) where deliverable_id is not null;
create index found_post_url on found_post (remote_url) where remote_url is not null;
--rollback alter table channel drop constraint channel_responsible;
--rollback drop index found_post_url;
--rollback drop index found_post_deliverable;
--rollback alter table found_post drop column taken_back_at;
--rollback alter table found_post drop column deliverable_id;
--rollback alter table channel drop column creator_id;
--rollback alter table channel add constraint channel_responsible check (mode = 'API' or responsible_id is not null);
