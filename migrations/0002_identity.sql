--liquibase formatted sql

--changeset gaung:0002_identity
create table person (
  id            uuid primary key,
  email         text not null unique check (email = lower(email)),
  name          text not null,
  password_hash text,
  language      text not null default 'id' check (language in ('id', 'en')),
  active        boolean not null default true,
  created_at    timestamptz not null,
  version       integer not null default 0
);
create index person_list on person (lower(name), id);
create table person_role (
  person_id uuid not null references person,
  role      text not null,
  primary key (person_id, role)
);
create index person_role_role on person_role (role);
create table session (
  token_hash bytea primary key,
  person_id  uuid not null references person,
  by_link    boolean not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create index session_expiry on session (expires_at);
create table sign_in_link (
  token_hash bytea primary key,
  person_id  uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);
create index sign_in_link_expiry on sign_in_link (expires_at);
create table sign_in_failure (
  id  bigint generated always as identity primary key,
  key text not null,
  at  timestamptz not null
);
create index sign_in_failure_key on sign_in_failure (key, at);
create index sign_in_failure_at on sign_in_failure (at);
create table api_token (
  id           uuid primary key,
  person_id    uuid not null references person,
  name         text not null,
  token_hash   bytea not null unique,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_person on api_token (person_id, created_at desc);
--rollback drop table api_token;
--rollback drop table sign_in_failure;
--rollback drop table sign_in_link;
--rollback drop table session;
--rollback drop table person_role;
--rollback drop table person;
