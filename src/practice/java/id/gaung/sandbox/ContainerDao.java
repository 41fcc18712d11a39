package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ContainerDao {

  @SqlUpdate(
      """
      INSERT INTO sandbox_container
        (id, account_id, kind, caption, alt, media_id, children, failed, created_at, ready_at)
      VALUES
        (:id, :accountId, :kind, :caption, :alt, :mediaId, :children, :failed, :createdAt, :readyAt)
      """)
  void create(@BindMethods PracticeContainer container);

  @SqlQuery("SELECT * FROM sandbox_container WHERE id = :id AND account_id = :accountId")
  Optional<PracticeContainer> find(String id, long accountId);

  @SqlUpdate(
      """
      UPDATE sandbox_container SET published_at = :now WHERE id = :id AND published_at IS NULL
      """)
  void publish(String id, Instant now);

  @SqlQuery(
      """
      SELECT count(*) FROM sandbox_container
      WHERE account_id = :accountId AND created_at > :since
      """)
  long countSince(long accountId, Instant since);
}
