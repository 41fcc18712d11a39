--liquibase formatted sql

--changeset gaung:campaign_budget_line runOnChange:true splitStatements:false
-- Each campaign with its budget and what it is to reach, empty where no target was set; approved is
-- whether anybody let the budget be spent.
drop view if exists campaign_budget_line;
create view campaign_budget_line as
select id as campaign_id, name as campaign, starts_on, ends_on, budget_rupiah,
  state not in ('DRAFT', 'SUBMITTED', 'CANCELLED') as approved,
  target_posts, target_views, target_interactions
from campaign;
--rollback drop view campaign_budget_line;
