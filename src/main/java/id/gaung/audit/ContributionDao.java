package id.gaung.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ContributionDao {

  @SqlUpdate(
      """
      insert into contribution (subject_kind, subject_id, version, person_id, at)
      values (:kind, :id, :version, :personId, :at) on conflict do nothing
      """)
  void insert(String kind, UUID id, int version, UUID personId, Instant at);

  @SqlQuery(
      """
      select exists (
        select from contribution
        where subject_kind = any(:kinds) and subject_id = :id and person_id = :personId)
      """)
  boolean exists(Collection<String> kinds, UUID id, UUID personId);
}
