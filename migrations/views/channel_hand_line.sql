--liquibase formatted sql

--changeset gaung:channel_hand_line runOnChange:true splitStatements:false
-- Each account whose posts a person puts out, and who that is.
drop view if exists channel_hand_line;
create view channel_hand_line as
select id as channel_id, responsible_id as person_id
from channel
where mode <> 'API' and state <> 'DISCONNECTED' and creator_id is null;
--rollback drop view channel_hand_line;
