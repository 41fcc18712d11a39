--liquibase formatted sql

--changeset gaung:0023_kept_answer_done
-- Which run of a command holds the key, and whether it has changed anything: that is written by the
-- command's own transaction, so that a node which dies right after it leaves no doubt.
alter table kept_answer add column run uuid;
alter table kept_answer add column done boolean not null default false;
update kept_answer set done = true where answer is not null;
--rollback alter table kept_answer drop column done;
--rollback alter table kept_answer drop column run;
