--liquibase formatted sql

--changeset gaung:0050_licence_gaps
-- Which media have a licence that ends or covers some networks alone, and where such are planned.
create index photo_limited on photo (licence_until)
  where licence_until is not null or licence_networks <> '{}';
create index rendition_picture_photo on rendition_picture (photo_id);
--rollback drop index rendition_picture_photo;
--rollback drop index photo_limited;
