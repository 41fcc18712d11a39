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
        (id, account_id, kind, caption, alt, media_id, children, failed, created_at, ready_at)
      values
        (:id, :accountId, :kind, :caption, :alt, :mediaId, :children, :failed, :createdAt, :readyAt)
      """)
  void create(@BindMethods PracticeContainer container);

  @SqlQuery("select * from sandbox_container where id = :id and account_id = :accountId")
  Optional<PracticeContainer> find(String id, long accountId);

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
