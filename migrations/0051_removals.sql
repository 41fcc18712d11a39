--liquibase formatted sql

--changeset gaung:0051_removals
-- Posts that the office takes away from their networks. Ordered first, so that a process killed
-- while it asked the network asks again: nothing is taken away twice.
create table removal (
  rendition_id uuid primary key references rendition,
  ordered_by uuid not null references person,
  ordered_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 300),
  state text not null check (state in ('ORDERED', 'DONE', 'REFUSED')),
  attempts integer not null default 0,
  -- When the network is asked next.
  next_at timestamptz check ((next_at is not null) = (state = 'ORDERED')),
  failure_kind text,
  failure_code text,
  failure_detail text,
  ended_at timestamptz check ((ended_at is null) = (state = 'ORDERED'))
);
create index removal_due on removal (next_at) where state = 'ORDERED';
--rollback drop table removal;
