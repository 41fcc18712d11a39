--liquibase formatted sql

--changeset gaung:0021_practice_apart splitStatements:false
-- Databases of before had the tables of practice mode also where nobody practises. Where a practice
-- account is in them they stay; else they go, and practice mode makes them when it first starts.
do $$
begin
  if to_regclass('sandbox_account') is null then
    return;
  end if;
  if exists (select from sandbox_account) then
    return;
  end if;
  drop table
    sandbox_fault, sandbox_container, sandbox_post_media, sandbox_post, sandbox_media,
    sandbox_token, sandbox_code, sandbox_app, sandbox_account, sandbox_setting;
  drop sequence sandbox_number;
  delete from databasechangelog where id = '0013_sandbox';
end
$$;
--rollback empty
