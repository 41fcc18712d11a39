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
      INSERT INTO sandbox_media
        (account_id, remote_id, mime_type, content, width, height, alt, failed, created_at, ready_at)
      VALUES
        (:accountId, :remoteId, :mimeType, :content, :width, :height, :alt, :failed, :createdAt,
         :readyAt)
      ON CONFLICT (account_id, remote_id) DO UPDATE SET created_at = excluded.created_at
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

  @SqlQuery(
      """
      SELECT id, account_id, remote_id, mime_type, length(content) AS size, width, height, alt,
             failed, created_at, ready_at
      FROM sandbox_media WHERE account_id = :accountId AND remote_id = :remoteId
      """)
  Optional<PracticeMedia> find(long accountId, String remoteId);

  @SqlQuery(
      """
      SELECT id, account_id, remote_id, mime_type, length(content) AS size, width, height, alt,
             failed, created_at, ready_at
      FROM sandbox_media WHERE id = :id
      """)
  Optional<PracticeMedia> findById(long id);

  @SqlQuery("SELECT content FROM sandbox_media WHERE id = :id")
  Optional<byte[]> content(long id);

  @SqlUpdate("UPDATE sandbox_media SET alt = :alt WHERE id = :id")
  void describe(long id, String alt);

  /** Whether a post that stands shows it. */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1 FROM sandbox_post_media m JOIN sandbox_post p ON p.id = m.post_id
        WHERE m.media_id = :id AND p.deleted_at IS NULL)
      """)
  boolean isShown(long id);
}
