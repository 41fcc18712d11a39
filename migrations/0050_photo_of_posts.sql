--liquibase formatted sql

--changeset gaung:0050_photo_of_posts
-- Which post shows a photo: asked before a photo is removed, and for each one that a reader of a
-- report sees.
create index rendition_picture_photo on rendition_picture (photo_id);
--rollback drop index rendition_picture_photo;
