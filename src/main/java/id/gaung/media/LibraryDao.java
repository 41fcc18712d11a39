package id.gaung.media;

import id.gaung.media.Library.Folder;
import id.gaung.media.Library.Tally;
import id.gaung.media.MediaUses.MediaUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface LibraryDao {

  @SqlQuery("select * from photo where id = any(:ids)")
  List<MediaItem> find(Collection<UUID> ids);

  @SqlQuery("select * from photo where licence_until is not null or licence_networks <> '{}'")
  List<MediaItem> limited();

  @SqlQuery("select * from photo where kept and not still order by created_at desc, id limit :most")
  List<MediaItem> newest(int most);

  @SqlQuery("select * from photo where id = :id for update")
  Optional<MediaItem> lock(UUID id);

  @SqlQuery(
      """
      select p.*, count(*) over () as total from photo p
      where not p.still
        and (:folder::uuid is null or p.folder_id = :folder)
        and (:kind = '' or p.kind = :kind)
        and (:tag = '' or p.tags @> array[:tag]::text[])
        and (:like = '' or p.words like :like or p.tags && array[:word]::text[])
        and (not :bare or p.alt_text = '')
        and (case :licence when 'over' then p.licence_until <= :now
          when 'soon' then p.licence_until > :now and p.licence_until <= :soon
          when 'valid' then p.licence_until is null or p.licence_until > :now
          else true end)
      order by case when :sort = 'NAME' then lower(case p.title when '' then p.original_name
        else p.title end) end, p.created_at desc, p.id
      limit :limit offset :offset
      """)
  List<ListedItem> page(@BindMethods Asked asked);

  @SqlQuery(
      """
      select count(*) filter (where kind = 'PHOTO') as photos,
        count(*) filter (where kind = 'VIDEO') as videos,
        count(*) filter (where licence_until > :now and licence_until <= :soon) as ending,
        count(*) filter (where licence_until <= :now) as over,
        count(*) filter (where alt_text = '') as bare
      from photo where not still
      """)
  Tally tally(Instant now, Instant soon);

  @SqlQuery(
      """
      select f.id, f.name, count(p.id) filter (where not p.still) as items
      from media_folder f left join photo p on p.folder_id = f.id
      group by f.id order by lower(f.name)
      """)
  List<Folder> folders();

  @SqlQuery(
      """
      select t.tag from photo p, unnest(p.tags) t (tag) where not p.still
      group by t.tag order by count(*) desc, t.tag limit :limit
      """)
  List<String> tags(int limit);

  @SqlUpdate("insert into media_folder (id, name, created_at) values (:id, :name, :at)")
  void addFolder(UUID id, String name, Instant at);

  @SqlQuery("select exists (select 1 from media_folder where lower(name) = lower(:name))")
  boolean hasFolder(String name);

  @SqlUpdate(
      """
      update photo set title = :title, alt_text = :altText, maker = :maker, licence = :licence,
        licence_until = :until, licence_networks = :networks, tags = :tags, folder_id = :folderId,
        kept = true, version = version + 1
      where id = :id and version = :version
      """)
  int change(@BindMethods Changed changed);

  @SqlUpdate("update photo set cover_id = :cover, version = version + 1 where id = :id")
  void cover(UUID id, UUID cover);

  @SqlUpdate(
      """
      update photo set folder_id = f.id from media_folder f
      where photo.id = :id and f.id = :folder and photo.folder_id is null
      """)
  int file(UUID id, UUID folder);

  @SqlUpdate("update photo set still = true, kept = false where id = :id")
  void still(UUID id);

  @SqlQuery(
      """
      select cover_id as media_id, 'cover' as kind,
        case title when '' then original_name else title end as title, '/library/' || id as path
      from photo where cover_id = any(:ids)
      """)
  List<MediaUse> covered(Collection<UUID> ids);

  @SqlUpdate(
      """
      insert into photo
        (id, sha256, mime_type, bytes, width, height, original_name, created_at, stored_by,
         stored_for, stored_name, kept, upload_id, kind, duration_ms, video_codec, audio_codec,
         rotation, frame_rate)
      values
        (:id, :sha256, :mimeType, :bytes, :width, :height, :originalName, :createdAt, :storedBy,
         :storedFor, :storedName, :kept, :uploadId, 'VIDEO', :durationMs, :videoCodec, :audioCodec,
         :rotation, :frameRate)
      """)
  void insertVideo(@BindMethods NewVideo video);

  @SqlUpdate("delete from media_crop where photo_id = :id and ratio = :ratio")
  void removeCrop(UUID id, String ratio);

  @SqlUpdate(
      """
      insert into media_crop (photo_id, ratio, x, y, width, height)
      values (:id, :ratio, :x, :y, :width, :height)
      on conflict (photo_id, ratio) do update set x = excluded.x, y = excluded.y,
        width = excluded.width, height = excluded.height
      """)
  void keepCrop(UUID id, String ratio, double x, double y, double width, double height);

  @SqlQuery("select ratio, x, y, width, height from media_crop where photo_id = :id order by ratio")
  List<Crop> crops(UUID id);

  @SqlUpdate("delete from photo_variant where photo_id = :id and fit not like 'thumb-%'")
  void forgetVariants(UUID id);

  /** A row of the list with the length of the whole. */
  record ListedItem(@Nested MediaItem item, long total) {}

  /** What is asked of the list. */
  record Asked(
      Optional<UUID> folder,
      String kind,
      String tag,
      String like,
      String word,
      boolean bare,
      String licence,
      String sort,
      Instant now,
      Instant soon,
      int limit,
      long offset) {}

  /** What people say about one, as it is written. */
  record Changed(
      UUID id,
      int version,
      String title,
      String altText,
      String maker,
      String licence,
      Optional<Instant> until,
      List<String> networks,
      List<String> tags,
      Optional<UUID> folderId) {}

  /** A video as it comes. */
  record NewVideo(
      UUID id,
      String sha256,
      String mimeType,
      long bytes,
      int width,
      int height,
      String originalName,
      Instant createdAt,
      Optional<UUID> storedBy,
      Optional<UUID> storedFor,
      String storedName,
      boolean kept,
      UUID uploadId,
      long durationMs,
      String videoCodec,
      Optional<String> audioCodec,
      int rotation,
      double frameRate) {}
}
