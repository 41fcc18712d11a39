package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface FaultDao {

  @SqlUpdate(
      """
      insert into sandbox_fault
        (network, account_id, kind, scope, amount, remaining, probability, created_at)
      values
        (:network, :accountId, :kind, :scope, :amount, :remaining, :probability, :createdAt)
      """)
  @GetGeneratedKeys("id")
  long create(
      Network network,
      Optional<Long> accountId,
      FaultKind kind,
      FaultScope scope,
      long amount,
      Optional<Integer> remaining,
      double probability,
      Instant createdAt);

  @SqlQuery(
      """
      select * from sandbox_fault where remaining is null or remaining > 0 order by id
      """)
  List<Fault> listActive();

  @SqlQuery(
      """
      select exists (
        select 1 from sandbox_fault
        where network = :network and (remaining is null or remaining > 0))
      """)
  boolean anyActive(Network network);

  @SqlQuery(
      """
      select * from sandbox_fault
      where network = :network and (remaining is null or remaining > 0)
        and (account_id is null or account_id = :accountId)
      order by id
      """)
  List<Fault> active(Network network, Optional<Long> accountId);

  @SqlUpdate("update sandbox_fault set draws = draws + 1 where id = :id")
  @GetGeneratedKeys("draws")
  long draw(long id);

  /** No row if another request took the last strike: "the next N times" means N, not about N. */
  @SqlUpdate(
      """
      update sandbox_fault set struck = struck + 1, remaining = remaining - 1
      where id = :id and (remaining is null or remaining > 0)
      """)
  int strike(long id);

  @SqlUpdate("delete from sandbox_fault where id = :id")
  int remove(long id);

  @SqlUpdate("delete from sandbox_fault where network = :network")
  void removeAll(Network network);
}
