--liquibase formatted sql

--changeset gaung:0018_kept_answer
-- Commands that were sent with a key of their own, for a day: the same one sent again is answered
-- as before and not done again. The key is a digest, the answer is sealed under the key itself.
create table kept_answer (
  key     bytea primary key,
  content bytea not null,
  answer  bytea,
  at      timestamptz not null
);
create index kept_answer_at on kept_answer (at);
--rollback drop table kept_answer;
