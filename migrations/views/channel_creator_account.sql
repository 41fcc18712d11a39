--liquibase formatted sql

--changeset gaung:channel_creator_account runOnChange:true splitStatements:false
-- The accounts of creators of which posts are measured, and whose each is.
drop view if exists channel_creator_account;
create view channel_creator_account as
select id as channel_id, creator_id, network, handle
from channel
where creator_id is not null;
--rollback drop view channel_creator_account;
