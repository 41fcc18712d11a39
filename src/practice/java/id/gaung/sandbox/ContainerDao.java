package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ContainerDao {

  @SqlUpdate(
      """
      insert into sandbox_container
        (id, account_id, kind, caption, alt, media_id, children, failed, created_at, ready_at, source,
         cover, said, error)
      values
        (:id, :accountId, :kind, :caption, :alt, :mediaId, :children, :failed, :createdAt, :readyAt,
         :source, :cover, :said, :error)
      """)
  void create(@BindMethods PracticeContainer container);

  @SqlQuery("select * from sandbox_container where id = :id and account_id = :accountId")
  Optional<PracticeContainer> find(String id, long accountId);

  @SqlQuery("select * from sandbox_container where id = :id")
  Optional<PracticeContainer> find(String id);

  /** The newest. */
  @SqlQuery(
      """
      select * from sandbox_container where account_id = :accountId and media_id = :mediaId
      order by created_at desc, id desc limit 1
      """)
  Optional<PracticeContainer> findByMedia(long accountId, long mediaId);

  @SqlUpdate(
      """
      update sandbox_container set media_id = :mediaId, failed = failed or :failed, error = :error,
        ready_at = greatest(ready_at, :readyAt)
      where id = :id and media_id is null
      """)
  void fetched(String id, Optional<Long> mediaId, boolean failed, String error, Instant readyAt);

  @SqlUpdate(
      """
      update sandbox_container set published_at = :now where id = :id and published_at is null
      """)
  void publish(String id, Instant now);

  @SqlQuery(
      """
      select count(*) from sandbox_container
      where account_id = :accountId and created_at > :since
      """)
  long countSince(long accountId, Instant since);
}
