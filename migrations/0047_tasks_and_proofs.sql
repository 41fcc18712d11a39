--liquibase formatted sql

--changeset gaung:0047_tasks_and_proofs
-- Who gave a task to its person; nobody where it was opened for whoever is responsible.
alter table task add column given_by uuid references person;
-- What shows that a post is out which a person put out and whose network gives no address.
alter table rendition add column proof_photo_id uuid references photo;
create index rendition_proof on rendition (proof_photo_id) where proof_photo_id is not null;
--rollback drop index rendition_proof;
--rollback alter table rendition drop column proof_photo_id;
--rollback alter table task drop column given_by;
