package id.gaung.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PracticePostDao {

  String SELECT =
      "SELECT p.*, a.network, a.handle FROM sandbox_post p"
          + " JOIN sandbox_account a ON a.id = p.account_id ";

  @SqlUpdate(
      """
      INSERT INTO sandbox_post
        (account_id, remote_id, short_code, client_key, text, record_json, cid, app_name,
         created_at, indexed_at)
      VALUES
        (:accountId, :remoteId, :shortCode, :clientKey, :text, :recordJson, :cid, :appName,
         :createdAt, :indexedAt)
      """)
  @GetGeneratedKeys("id")
  long create(@BindMethods NewPost post);

  @SqlUpdate(
      """
      INSERT INTO sandbox_post_media (post_id, position, media_id, alt)
      VALUES (:postId, :position, :mediaId, :alt)
      """)
  void attach(long postId, int position, long mediaId, String alt);

  @SqlUpdate("DELETE FROM sandbox_post_media WHERE post_id = :postId")
  void detach(long postId);

  @SqlUpdate(
      """
      UPDATE sandbox_post SET text = :text, record_json = :recordJson, cid = :cid
      WHERE id = :id
      """)
  void rewrite(long id, String text, String recordJson, String cid);

  @SqlUpdate("UPDATE sandbox_post SET deleted_at = :now WHERE id = :id AND deleted_at IS NULL")
  int delete(long id, Instant now);

  @SqlQuery(
      SELECT
          + """
          WHERE a.network = :network AND p.remote_id = :remoteId AND p.deleted_at IS NULL
            AND p.created_at <= :now
          """)
  Optional<PracticePost> find(PracticeNetwork network, String remoteId, Instant now);

  @SqlQuery(
      SELECT
          + """
          WHERE a.network = :network AND p.remote_id IN (<remoteIds>) AND p.deleted_at IS NULL
            AND p.created_at <= :now AND p.indexed_at <= :now
          """)
  List<PracticePost> findIndexed(
      PracticeNetwork network, @BindList List<String> remoteIds, Instant now);

  @SqlQuery(
      SELECT
          + """
          WHERE a.network = :network AND a.handle = lower(:handle) AND p.short_code = :shortCode
            AND p.created_at <= :now
          ORDER BY p.id DESC LIMIT 1
          """)
  Optional<PracticePost> findByShortCode(
      PracticeNetwork network, String handle, String shortCode, Instant now);

  @SqlQuery(
      SELECT
          + """
          WHERE a.network = :network AND p.short_code = :shortCode AND p.created_at <= :now
          ORDER BY p.id DESC LIMIT 1
          """)
  Optional<PracticePost> findByShortCode(PracticeNetwork network, String shortCode, Instant now);

  @SqlQuery(
      SELECT
          + """
          WHERE p.account_id = :accountId AND p.client_key = :clientKey AND p.deleted_at IS NULL
            AND p.created_at > :since
          ORDER BY p.id LIMIT 1
          """)
  Optional<PracticePost> findByClientKey(long accountId, String clientKey, Instant since);

  /** Newest first; what the index knows of the account, between two ids (exclusive) and times. */
  @SqlQuery(
      SELECT
          + """
          WHERE p.account_id = :accountId AND p.deleted_at IS NULL AND p.indexed_at <= :now
            AND p.id > :afterId AND p.id < :beforeId
            AND p.created_at >= :since AND p.created_at <= :until
          ORDER BY p.id DESC LIMIT :limit
          """)
  List<PracticePost> list(
      long accountId,
      long afterId,
      long beforeId,
      Instant since,
      Instant until,
      Instant now,
      int limit);

  /** By record key, newest first, straight from the repository: no index lag. */
  @SqlQuery(
      SELECT
          + """
          WHERE p.account_id = :accountId AND p.deleted_at IS NULL AND p.short_code < :before
          ORDER BY p.short_code DESC LIMIT :limit
          """)
  List<PracticePost> listByKey(long accountId, String before, int limit);

  @SqlQuery(
      SELECT
          + """
          WHERE p.account_id = :accountId AND p.deleted_at IS NULL AND p.created_at > :now
          ORDER BY p.created_at
          """)
  List<PracticePost> listScheduled(long accountId, Instant now);

  @SqlQuery(
      """
      SELECT count(*) FROM sandbox_post
      WHERE account_id = :accountId AND deleted_at IS NULL AND created_at <= :now
      """)
  long countLive(long accountId, Instant now);

  @SqlQuery(
      "SELECT count(*) FROM sandbox_post WHERE account_id = :accountId AND created_at > :since")
  long countSince(long accountId, Instant since);

  @SqlQuery(
      """
      SELECT pm.post_id, pm.media_id, m.remote_id, m.mime_type, m.width, m.height,
             length(m.content) AS size, pm.alt
      FROM sandbox_post_media pm JOIN sandbox_media m ON m.id = pm.media_id
      WHERE pm.post_id IN (<postIds>) ORDER BY pm.post_id, pm.position
      """)
  List<PostPicture> pictures(@BindList List<Long> postIds);

  @SqlQuery(SELECT + "WHERE a.network = :network ORDER BY p.id")
  List<PracticePost> listAll(PracticeNetwork network);

  @SqlQuery(SELECT + "WHERE a.network = :network ORDER BY p.id DESC LIMIT :limit")
  List<PracticePost> newest(PracticeNetwork network, int limit);

  /** How often the text of each of the posts was accepted on its account, itself included. */
  @SqlQuery(
      """
      SELECT p.id, count(*) AS times
      FROM sandbox_post p
      JOIN sandbox_post same ON same.account_id = p.account_id AND same.text = p.text
      WHERE p.id IN (<ids>) GROUP BY p.id
      """)
  @KeyColumn("id")
  @ValueColumn("times")
  Map<Long, Long> arrivals(@BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) List<Long> ids);

  @SqlQuery(
      """
      SELECT count(*) FROM sandbox_post p JOIN sandbox_account a ON a.id = p.account_id
      WHERE a.network = :network
      """)
  long countAll(PracticeNetwork network);

  @SqlQuery(
      """
      SELECT a.handle, p.text, count(*) AS times
      FROM sandbox_post p JOIN sandbox_account a ON a.id = p.account_id
      WHERE a.network = :network
      GROUP BY a.handle, p.text ORDER BY times DESC, a.handle, p.text
      """)
  List<Arrival> arrivals(PracticeNetwork network);
}
