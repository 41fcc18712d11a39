--liquibase formatted sql

--changeset gaung:engagement_count_change runOnChange:true splitStatements:false
-- The days on which a network changed how it counts a metric, or all of them where none is named.
drop view if exists engagement_count_change;
create view engagement_count_change as
select id, network, metric, changed_on, text_id, text_en
from count_change;
--rollback drop view engagement_count_change;
