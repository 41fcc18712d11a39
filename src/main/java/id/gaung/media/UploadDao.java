package id.gaung.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface UploadDao {

  @SqlUpdate(
      """
      insert into media_upload (id, owner, name, metadata, length, thing, created_at, touched_at)
      values (:id, :owner, :name, :metadata, :length, :thing, :createdAt, :createdAt)
      """)
  void insert(@BindMethods Upload upload);

  @SqlQuery("select * from media_upload where id = :id and owner = :owner")
  Optional<Upload> find(UUID id, String owner);

  @SqlUpdate("update media_upload set touched_at = :at where id = :id")
  void touch(UUID id, Instant at);

  @SqlUpdate("delete from media_upload where id = :id")
  int delete(UUID id);

  @SqlQuery("select pg_advisory_xact_lock(hashtextextended('uploads', 0)) is null")
  boolean oneAtATime();

  @SqlQuery(
      """
      select count(*) filter (where owner = :owner) as own,
        coalesce(sum(length), 0)::bigint as all_bytes,
        count(*) filter (where thing = :thing) as of_thing,
        coalesce(sum(length) filter (where thing = :thing), 0)::bigint as bytes_of_thing
      from media_upload
      """)
  Open open(String owner, Optional<UUID> thing);

  @SqlQuery(
      """
      select count(*) as files, coalesce(sum(bytes), 0)::bigint as bytes
      from photo where stored_for = :thing and kind = 'VIDEO'
      """)
  Stored stored(UUID thing);

  @SqlQuery("select id from photo where upload_id = :id and stored_by is not distinct from :by")
  Optional<UUID> finished(UUID id, Optional<UUID> by);

  @SqlQuery("select bytes from photo where id = :id")
  long bytes(UUID id);

  @SqlQuery("select id from media_upload where touched_at < :before order by touched_at limit 500")
  List<UUID> over(Instant before);

  @SqlQuery("select id from media_upload where id = any(:ids)")
  List<UUID> known(List<UUID> ids);

  @SqlUpdate(
      """
      insert into media_gone (sha256, gone_at) values (:sha256, :at)
      on conflict (sha256) do update set gone_at = excluded.gone_at
      """)
  void gone(String sha256, Instant at);

  @SqlQuery("select sha256, gone_at from media_gone where gone_at < :before limit 500")
  List<Gone> gone(Instant before);

  @SqlUpdate("delete from media_gone where sha256 = any(:names)")
  void forget(List<String> names);

  /**
   * A file on its way.
   *
   * @param owner who alone may go on with it
   * @param metadata as the client sent it
   */
  record Upload(
      UUID id,
      String owner,
      String name,
      String metadata,
      long length,
      Optional<UUID> thing,
      Instant createdAt) {}

  /** What is on its way, of one owner, for one thing, and altogether. */
  record Open(long own, long allBytes, long ofThing, long bytesOfThing) {}

  /** What has come for one thing. */
  record Stored(long files, long bytes) {}

  /** A file whose row was deleted. */
  record Gone(String sha256, Instant goneAt) {}
}
