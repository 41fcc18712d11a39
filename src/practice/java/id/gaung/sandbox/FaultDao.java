package id.gaung.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface FaultDao {

  @SqlUpdate(
      """
      INSERT INTO sandbox_fault
        (network, account_id, kind, scope, amount, remaining, probability, created_at)
      VALUES
        (:network, :accountId, :kind, :scope, :amount, :remaining, :probability, :createdAt)
      """)
  @GetGeneratedKeys("id")
  long create(
      PracticeNetwork network,
      Optional<Long> accountId,
      FaultKind kind,
      FaultScope scope,
      long amount,
      Optional<Integer> remaining,
      double probability,
      Instant createdAt);

  @SqlQuery(
      """
      SELECT * FROM sandbox_fault WHERE remaining IS NULL OR remaining > 0 ORDER BY id
      """)
  List<Fault> listActive();

  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1 FROM sandbox_fault
        WHERE network = :network AND (remaining IS NULL OR remaining > 0))
      """)
  boolean anyActive(PracticeNetwork network);

  @SqlQuery(
      """
      SELECT * FROM sandbox_fault
      WHERE network = :network AND (remaining IS NULL OR remaining > 0)
        AND (account_id IS NULL OR account_id = :accountId)
      ORDER BY id
      """)
  List<Fault> active(PracticeNetwork network, Optional<Long> accountId);

  @SqlUpdate("UPDATE sandbox_fault SET draws = draws + 1 WHERE id = :id")
  @GetGeneratedKeys("draws")
  long draw(long id);

  /** No row if another request took the last strike: "the next N times" means N, not about N. */
  @SqlUpdate(
      """
      UPDATE sandbox_fault SET struck = struck + 1, remaining = remaining - 1
      WHERE id = :id AND (remaining IS NULL OR remaining > 0)
      """)
  int strike(long id);

  @SqlUpdate("DELETE FROM sandbox_fault WHERE id = :id")
  int remove(long id);

  @SqlUpdate("DELETE FROM sandbox_fault WHERE network = :network")
  void removeAll(PracticeNetwork network);
}
