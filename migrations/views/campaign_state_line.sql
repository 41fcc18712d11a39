--liquibase formatted sql

--changeset gaung:campaign_state_line runOnChange:true splitStatements:false
-- Each campaign's state; ended is whether nothing of it is made or published any more.
drop view if exists campaign_state_line;
create view campaign_state_line as
select id as campaign_id, state, state in ('COMPLETED', 'CLOSED', 'CANCELLED') as ended
from campaign;
--rollback drop view campaign_state_line;
