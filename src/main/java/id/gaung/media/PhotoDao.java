package id.gaung.media;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PhotoDao {

  @SqlUpdate(
      """
      insert into photo (id, sha256, mime_type, bytes, width, height, original_name, created_at)
      values (:id, :sha256, :mimeType, :bytes, :width, :height, :originalName, :createdAt)
      """)
  void insert(@BindMethods Photo photo);

  @SqlQuery("select * from photo where id = any(:ids)")
  List<Photo> find(Collection<UUID> ids);

  @SqlQuery("select * from photo_variant where photo_id = :photoId and fit = :fit")
  Optional<PhotoVariant> variant(UUID photoId, String fit);

  // Two who make the same variant at once make the same bytes: the second writes over the first.
  @SqlUpdate(
      """
      insert into photo_variant (photo_id, fit, sha256, mime_type, bytes, width, height)
      values (:photoId, :fit, :sha256, :mimeType, :bytes, :width, :height)
      on conflict (photo_id, fit) do update set sha256 = excluded.sha256,
        mime_type = excluded.mime_type, bytes = excluded.bytes, width = excluded.width,
        height = excluded.height
      """)
  void keepVariant(@BindMethods PhotoVariant variant);
}
