package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PracticePostDao {

  String SELECT =
      "select p.*, a.network, a.handle from sandbox_post p"
          + " join sandbox_account a on a.id = p.account_id ";

  @SqlUpdate(
      """
      insert into sandbox_post
        (account_id, remote_id, short_code, client_key, text, record_json, cid, app_name,
         created_at, indexed_at)
      values
        (:accountId, :remoteId, :shortCode, :clientKey, :text, :recordJson, :cid, :appName,
         :createdAt, :indexedAt)
      """)
  @GetGeneratedKeys("id")
  long create(@BindMethods NewPost post);

  @SqlUpdate(
      """
      insert into sandbox_post_media (post_id, position, media_id, alt)
      values (:postId, :position, :mediaId, :alt)
      """)
  void attach(long postId, int position, long mediaId, String alt);

  @SqlUpdate("delete from sandbox_post_media where post_id = :postId")
  void detach(long postId);

  @SqlUpdate(
      """
      update sandbox_post set text = :text, record_json = :recordJson, cid = :cid
      where id = :id
      """)
  void rewrite(long id, String text, String recordJson, String cid);

  @SqlUpdate("update sandbox_post set deleted_at = :now where id = :id and deleted_at is null")
  int delete(long id, Instant now);

  @SqlQuery(
      SELECT
          + """
          where a.network = :network and p.remote_id = :remoteId and p.deleted_at is null
            and p.created_at <= :now
          """)
  Optional<PracticePost> find(Network network, String remoteId, Instant now);

  @SqlQuery(
      SELECT
          + """
          where a.network = :network and p.remote_id = any(:remoteIds) and p.deleted_at is null
            and p.created_at <= :now
          """)
  List<PracticePost> findAll(Network network, Collection<String> remoteIds, Instant now);

  @SqlQuery(
      SELECT
          + """
          where a.network = :network and p.remote_id = any(:remoteIds) and p.deleted_at is null
            and p.created_at <= :now and p.indexed_at <= :now
          """)
  List<PracticePost> findIndexed(Network network, List<String> remoteIds, Instant now);

  @SqlQuery(
      SELECT
          + """
          where a.network = :network and a.handle = lower(:handle) and p.short_code = :shortCode
            and p.created_at <= :now
          order by p.id desc limit 1
          """)
  Optional<PracticePost> findByShortCode(
      Network network, String handle, String shortCode, Instant now);

  @SqlQuery(
      SELECT
          + """
          where a.network = :network and p.short_code = :shortCode and p.created_at <= :now
          order by p.id desc limit 1
          """)
  Optional<PracticePost> findByShortCode(Network network, String shortCode, Instant now);

  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.client_key = :clientKey and p.deleted_at is null
            and p.created_at > :since
          order by p.id limit 1
          """)
  Optional<PracticePost> findByClientKey(long accountId, String clientKey, Instant since);

  /** Newest first; what the index knows of the account, between two ids (exclusive) and times. */
  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.deleted_at is null and p.indexed_at <= :now
            and p.id > :afterId and p.id < :beforeId
            and p.created_at >= :since and p.created_at <= :until
            and p.record_json not like '{"comment_on"%'
          order by p.id desc limit :limit
          """)
  List<PracticePost> list(
      long accountId,
      long afterId,
      long beforeId,
      Instant since,
      Instant until,
      Instant now,
      int limit);

  /** As {@link #list}, of what the account has answered; see {@link CommentDoors#UNDER}. */
  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.deleted_at is null and p.indexed_at <= :now
            and p.id > :afterId and p.id < :beforeId
            and p.created_at >= :since and p.created_at <= :until
            and p.record_json like '{"comment_on"%'
          order by p.id desc limit :limit
          """)
  List<PracticePost> answers(
      long accountId,
      long afterId,
      long beforeId,
      Instant since,
      Instant until,
      Instant now,
      int limit);

  /** What stands under a post; see {@link CommentDoors}. */
  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.record_json = :said and p.deleted_at is null
          order by p.id
          """)
  List<PracticePost> comments(long accountId, String said);

  /** By record key, newest first, straight from the repository: no index lag. */
  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.deleted_at is null and p.short_code < :before
          order by p.short_code desc limit :limit
          """)
  List<PracticePost> listByKey(long accountId, String before, int limit);

  @SqlQuery(
      SELECT
          + """
          where p.account_id = :accountId and p.deleted_at is null and p.created_at > :now
          order by p.created_at
          """)
  List<PracticePost> listScheduled(long accountId, Instant now);

  @SqlQuery(
      """
      select count(*) from sandbox_post
      where account_id = :accountId and deleted_at is null and created_at <= :now
      """)
  long countLive(long accountId, Instant now);

  @SqlQuery(
      "select count(*) from sandbox_post where account_id = :accountId and created_at > :since")
  long countSince(long accountId, Instant since);

  @SqlQuery(
      """
      select count(*) from sandbox_post
      where account_id = :accountId and created_at > :since and record_json like '{"comment_on"%'
      """)
  long countAnswers(long accountId, Instant since);

  @SqlQuery(
      "select count(*) from sandbox_post where account_id = :accountId and deleted_at > :since")
  long countDeleted(long accountId, Instant since);

  @SqlQuery(
      """
      select pm.post_id, pm.media_id, m.remote_id, m.mime_type, m.width, m.height,
             coalesce(m.whole_size, length(m.content)) as size, pm.alt,
             length(m.cover) > 0 as covered
      from sandbox_post_media pm join sandbox_media m on m.id = pm.media_id
      where pm.post_id = any(:postIds) order by pm.post_id, pm.position
      """)
  List<PostPicture> pictures(List<Long> postIds);

  @SqlQuery(SELECT + "where a.network = :network order by p.id")
  List<PracticePost> listAll(Network network);

  @SqlQuery(SELECT + "where a.network = :network order by p.id desc limit :limit")
  List<PracticePost> newest(Network network, int limit);

  /** How often the text of each of the posts was accepted on its account, itself included. */
  @SqlQuery(
      """
      select p.id, count(*) as times
      from sandbox_post p
      join sandbox_post same on same.account_id = p.account_id and same.text = p.text
      where p.id = any(:ids) group by p.id
      """)
  @KeyColumn("id")
  @ValueColumn("times")
  Map<Long, Long> arrivals(List<Long> ids);

  @SqlQuery(
      """
      select count(*) from sandbox_post p join sandbox_account a on a.id = p.account_id
      where a.network = :network
      """)
  long countAll(Network network);

  @SqlQuery(
      """
      select a.handle, p.text, count(*) as times
      from sandbox_post p join sandbox_account a on a.id = p.account_id
      where a.network = :network
      group by a.handle, p.text order by times desc, a.handle, p.text
      """)
  List<Arrival> arrivals(Network network);
}
