--liquibase formatted sql

--changeset gaung:0052_found_posts
-- Posts that came out beside Gaung, found on the office's own accounts.
create table found_post (
  id uuid primary key,
  channel_id uuid not null references channel,
  remote_id text not null,
  remote_url text,
  published_at timestamptz not null,
  text text not null,
  found_at timestamptz not null,
  -- It was out before Gaung could look: what was counted until then is no movement.
  opening boolean not null,
  -- Whether all of its account that was found with it is there, so that reports may tell of it.
  settled boolean not null,
  campaign_id uuid references campaign,
  -- When it was not found any more.
  removed_at timestamptz,
  version integer not null default 1,
  unique (channel_id, remote_id)
);
create index found_post_newest on found_post (published_at desc, id);
create index found_post_campaign on found_post (campaign_id) where campaign_id is not null;

create table found_product (
  found_post_id uuid not null references found_post,
  product_id uuid not null references product,
  primary key (found_post_id, product_id)
);
create index found_product_product on found_product (product_id);

-- How far an account was searched, so that a killed process goes on from there.
create table channel_search (
  channel_id uuid primary key references channel,
  -- Nothing older is looked for.
  since timestamptz not null,
  -- With what the next page is asked for; empty for the first.
  after text,
  started_at timestamptz not null,
  -- When it was first through; empty until then.
  first_done_at timestamptz,
  next_at timestamptz not null,
  pages integer not null default 0,
  posts integer not null default 0,
  trouble text
);
create index channel_search_due on channel_search (next_at);

-- What is measured is a rendition or a post that was found.
alter table watch drop constraint watch_rendition_id_fkey;
alter table snapshot drop constraint snapshot_rendition_id_fkey;
alter table hidden_span drop constraint hidden_span_rendition_id_fkey;
--rollback alter table hidden_span add constraint hidden_span_rendition_id_fkey foreign key (rendition_id) references rendition;
--rollback alter table snapshot add constraint snapshot_rendition_id_fkey foreign key (rendition_id) references rendition;
--rollback alter table watch add constraint watch_rendition_id_fkey foreign key (rendition_id) references rendition;
--rollback drop table channel_search;
--rollback drop table found_product;
--rollback drop table found_post;
