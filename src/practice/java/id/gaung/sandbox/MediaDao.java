package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface MediaDao {

  /** The same content of the same account again only starts its time anew (Bluesky's blobs). */
  @SqlUpdate(
      """
      insert into sandbox_media
        (account_id, remote_id, mime_type, content, width, height, alt, failed, created_at, ready_at)
      values
        (:accountId, :remoteId, :mimeType, :content, :width, :height, :alt, :failed, :createdAt,
         :readyAt)
      on conflict (account_id, remote_id) do update set created_at = excluded.created_at
      """)
  @GetGeneratedKeys("id")
  long create(
      long accountId,
      String remoteId,
      String mimeType,
      byte[] content,
      int width,
      int height,
      String alt,
      boolean failed,
      Instant createdAt,
      Instant readyAt);

  /**
   * @param content all of it, or nothing of a long one
   * @param size of all of it
   * @param cover empty if there is none
   */
  @SqlUpdate(
      """
      insert into sandbox_media
        (account_id, remote_id, mime_type, content, whole_size, cover, width, height, alt, failed,
         created_at, ready_at)
      values
        (:accountId, :remoteId, :mimeType, :content, :size, :cover, 0, 0, :alt, :failed, :createdAt,
         :readyAt)
      on conflict (account_id, remote_id) do update
      set created_at = excluded.created_at, failed = excluded.failed, ready_at = excluded.ready_at
      """)
  @GetGeneratedKeys("id")
  long createVideo(
      long accountId,
      String remoteId,
      String mimeType,
      byte[] content,
      int size,
      byte[] cover,
      String alt,
      boolean failed,
      Instant createdAt,
      Instant readyAt);

  @SqlQuery("select cover from sandbox_media where id = :id and length(cover) > 0")
  Optional<byte[]> cover(long id);

  @SqlQuery(
      """
      select id, account_id, remote_id, mime_type, coalesce(whole_size, length(content)) as size,
             width, height, alt, failed, created_at, ready_at, length(cover) > 0 as covered
      from sandbox_media where account_id = :accountId and remote_id = :remoteId
      """)
  Optional<PracticeMedia> find(long accountId, String remoteId);

  @SqlQuery(
      """
      select id, account_id, remote_id, mime_type, coalesce(whole_size, length(content)) as size,
             width, height, alt, failed, created_at, ready_at, length(cover) > 0 as covered
      from sandbox_media where id = :id
      """)
  Optional<PracticeMedia> findById(long id);

  /** Nothing of a long video. */
  @SqlQuery("select content from sandbox_media where id = :id and length(content) > 0")
  Optional<byte[]> content(long id);

  @SqlUpdate("update sandbox_media set alt = :alt where id = :id")
  void describe(long id, String alt);

  /** Whether a post that stands shows it. */
  @SqlQuery(
      """
      select exists (
        select 1 from sandbox_post_media m join sandbox_post p on p.id = m.post_id
        where m.media_id = :id and p.deleted_at is null)
      """)
  boolean isShown(long id);
}
