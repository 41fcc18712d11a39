--liquibase formatted sql

--changeset gaung:engagement_hidden_span runOnChange:true splitStatements:false
-- From when to when a post that stood on its account was not shown by its network, such as by
-- moderation; nothing in until while that goes on.
drop view if exists engagement_hidden_span;
create view engagement_hidden_span as
select rendition_id, since, until
from hidden_span;
--rollback drop view engagement_hidden_span;
