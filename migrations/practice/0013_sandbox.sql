--liquibase formatted sql logicalFilePath:migrations/0013_sandbox.sql

--changeset gaung:0013_sandbox
CREATE SEQUENCE sandbox_number;

CREATE TABLE sandbox_setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE sandbox_account (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network            text        NOT NULL CHECK (network IN ('BLUESKY', 'MASTODON', 'INSTAGRAM')),
    handle             text        NOT NULL,
    remote_id          text        NOT NULL,
    display_name       text        NOT NULL,
    password           text        NOT NULL,
    followers_at_start integer     NOT NULL CHECK (followers_at_start >= 0),
    token_epoch        integer     NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    UNIQUE (network, handle),
    UNIQUE (network, remote_id)
);

CREATE TABLE sandbox_app (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network       text        NOT NULL,
    name          text        NOT NULL,
    client_id     text        NOT NULL UNIQUE,
    client_secret text        NOT NULL,
    redirect_uris text        NOT NULL,
    scopes        text        NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE TABLE sandbox_code (
    code         text PRIMARY KEY,
    app_id       bigint      NOT NULL REFERENCES sandbox_app (id),
    account_id   bigint      NOT NULL REFERENCES sandbox_account (id),
    redirect_uri text        NOT NULL,
    scopes       text        NOT NULL,
    challenge    text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz
);

CREATE TABLE sandbox_token (
    token      text PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('ACCESS', 'SHORT', 'LONG', 'REFRESH')),
    account_id bigint REFERENCES sandbox_account (id),
    app_id     bigint REFERENCES sandbox_app (id),
    scopes     text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    next_token text
);
CREATE INDEX sandbox_token_account ON sandbox_token (account_id);

CREATE TABLE sandbox_media (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint      NOT NULL REFERENCES sandbox_account (id),
    remote_id  text        NOT NULL,
    mime_type  text        NOT NULL,
    content    bytea       NOT NULL,
    width      integer     NOT NULL,
    height     integer     NOT NULL,
    alt        text        NOT NULL,
    failed     boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    ready_at   timestamptz NOT NULL,
    UNIQUE (account_id, remote_id)
);

CREATE TABLE sandbox_post (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id  bigint      NOT NULL REFERENCES sandbox_account (id),
    remote_id   text        NOT NULL,
    short_code  text        NOT NULL,
    client_key  text        NOT NULL,
    text        text        NOT NULL,
    record_json text        NOT NULL,
    cid         text        NOT NULL,
    app_name    text        NOT NULL,
    created_at  timestamptz NOT NULL,
    indexed_at  timestamptz NOT NULL,
    deleted_at  timestamptz
);
CREATE UNIQUE INDEX sandbox_post_remote ON sandbox_post (remote_id, account_id) WHERE deleted_at IS NULL;
CREATE INDEX sandbox_post_client_key ON sandbox_post (account_id, client_key);
CREATE INDEX sandbox_post_short_code ON sandbox_post (short_code);
CREATE INDEX sandbox_post_account ON sandbox_post (account_id, created_at, id);

CREATE TABLE sandbox_post_media (
    post_id  bigint   NOT NULL REFERENCES sandbox_post (id),
    position smallint NOT NULL,
    media_id bigint   NOT NULL REFERENCES sandbox_media (id),
    alt      text     NOT NULL,
    PRIMARY KEY (post_id, position)
);
CREATE INDEX sandbox_post_media_media ON sandbox_post_media (media_id);

CREATE TABLE sandbox_container (
    id           text PRIMARY KEY,
    account_id   bigint      NOT NULL REFERENCES sandbox_account (id),
    kind         text        NOT NULL CHECK (kind IN ('IMAGE', 'CAROUSEL_ITEM', 'CAROUSEL')),
    caption      text        NOT NULL,
    alt          text        NOT NULL,
    media_id     bigint REFERENCES sandbox_media (id),
    children     text        NOT NULL,
    failed       boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    ready_at     timestamptz NOT NULL,
    published_at timestamptz
);

CREATE TABLE sandbox_fault (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network     text             NOT NULL,
    account_id  bigint REFERENCES sandbox_account (id),
    kind        text             NOT NULL,
    scope       text             NOT NULL,
    amount      bigint           NOT NULL CHECK (amount >= 0),
    remaining   integer CHECK (remaining >= 0),
    probability double precision NOT NULL CHECK (probability > 0 AND probability <= 1),
    draws       bigint           NOT NULL DEFAULT 0,
    struck      bigint           NOT NULL DEFAULT 0,
    created_at  timestamptz      NOT NULL
);
CREATE INDEX sandbox_fault_network ON sandbox_fault (network);
--rollback DROP TABLE sandbox_fault;
--rollback DROP TABLE sandbox_container;
--rollback DROP TABLE sandbox_post_media;
--rollback DROP TABLE sandbox_post;
--rollback DROP TABLE sandbox_media;
--rollback DROP TABLE sandbox_token;
--rollback DROP TABLE sandbox_code;
--rollback DROP TABLE sandbox_app;
--rollback DROP TABLE sandbox_account;
--rollback DROP TABLE sandbox_setting;
--rollback DROP SEQUENCE sandbox_number;
