--liquibase formatted sql

--changeset gaung:publishing_product_line runOnChange:true splitStatements:false
-- The products that a post shows, planned or found beside.
drop view if exists publishing_product_line;
create view publishing_product_line as
select post_id, product_id from post_product
union all
select found_post_id, product_id from found_product;
--rollback drop view publishing_product_line;
