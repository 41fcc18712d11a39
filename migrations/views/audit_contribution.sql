--liquibase formatted sql

--changeset gaung:audit_contribution runOnChange:true splitStatements:false
-- Who contributed to what: nobody approves what they contributed to.
drop view if exists audit_contribution;
create view audit_contribution as
select distinct subject_kind, subject_id, person_id
from contribution;
--rollback drop view audit_contribution;
