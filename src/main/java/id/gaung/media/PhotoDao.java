package id.gaung.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PhotoDao {

  @SqlUpdate(
      """
      insert into photo
        (id, sha256, mime_type, bytes, width, height, original_name, created_at, stored_by,
         stored_name, stored_for, upload_id, kept)
      values
        (:id, :sha256, :mimeType, :bytes, :width, :height, :originalName, :createdAt, :storedBy,
         :storedName, :thing, :upload, :kept)
      """)
  void insert(
      @BindMethods Photo photo,
      Optional<UUID> storedBy,
      String storedName,
      @BindMethods Photos.Origin origin);

  @SqlQuery("select ratio, x, y, width, height from media_crop where photo_id = :id")
  List<Crop> crops(UUID id);

  @SqlUpdate("delete from media_crop where photo_id = :id")
  void deleteCrops(UUID id);

  // Until the transaction's end; the number says whose affair it is and nothing else.
  @SqlQuery("select true from pg_advisory_xact_lock(hashtextextended('photos ' || :storedBy, 0))")
  boolean oneAtATime(UUID storedBy);

  @SqlQuery("select id from photo where stored_for = :storedFor")
  Set<UUID> storedFor(UUID storedFor);

  @SqlQuery("select count(*) from photo where stored_by = :storedBy and created_at > :since")
  long storedBy(UUID storedBy, Instant since);

  @SqlQuery(
      """
      select id from photo
      where created_at < :before and not kept and (looked_at is null or looked_at < :lookedBefore)
      order by looked_at nulls first, created_at limit :limit
      """)
  List<UUID> oldest(Instant before, Instant lookedBefore, int limit);

  @SqlUpdate("update photo set looked_at = :now where id = any(:ids)")
  void lookedAt(Collection<UUID> ids, Instant now);

  @SqlQuery("delete from photo_variant where photo_id = :id returning sha256")
  List<String> deleteVariants(UUID id);

  @SqlQuery("delete from photo where id = :id returning sha256")
  List<String> delete(UUID id);

  @SqlQuery(
      """
      select exists (select 1 from photo where sha256 = :sha256)
        or exists (select 1 from photo_variant where sha256 = :sha256)
      """)
  boolean isKept(String sha256);

  @SqlQuery(
      """
      select sha256 from photo where sha256 = any(:names)
      union select sha256 from photo_variant where sha256 = any(:names)
      """)
  Set<String> kept(Collection<String> names);

  @SqlQuery("select * from photo where id = any(:ids) and kind = 'PHOTO'")
  List<Photo> find(Collection<UUID> ids);

  @SqlQuery("select exists (select from photo where id = :id and kind = 'VIDEO')")
  boolean isVideo(UUID id);

  // A video is shown by its cover.
  @SqlQuery(
      """
      select * from photo
      where kind = 'PHOTO' and id = coalesce((select cover_id from photo where id = :id), :id)
      """)
  Optional<Photo> shownFor(UUID id);

  @SqlQuery(
      """
      select * from photo_variant
      where fit = :fit
        and photo_id = coalesce((select cover_id from photo where id = :photoId), :photoId)
      """)
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

  /** A row of {@code photo_variant}. */
  record PhotoVariant(
      UUID photoId,
      String fit,
      String sha256,
      String mimeType,
      long bytes,
      int width,
      int height) {}
}
