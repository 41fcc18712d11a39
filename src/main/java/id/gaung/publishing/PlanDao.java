package id.gaung.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PlanDao {

  /** One line of what was planned for a rendition and what became of it. */
  record PlanRow(
      UUID renditionId,
      Instant at,
      String kind,
      Optional<Instant> dueFrom,
      Optional<Instant> dueTo,
      Optional<UUID> byId,
      String byName,
      Optional<String> reason) {}

  @SqlBatch(
      """
      insert into rendition_plan (rendition_id, at, kind, due_from, due_to, by_id, by_name, reason)
      values (:renditionId, :at, :kind, :dueFrom, :dueTo, :byId, :byName, :reason)
      """)
  void insert(@BindMethods List<PlanRow> rows);

  @SqlUpdate("update rendition set ended_at = :at where id = any(:ids)")
  void end(Collection<UUID> ids, Instant at);

  @SqlUpdate("update rendition set ended_at = null where id = :id")
  void begin(UUID id);

  /** The deliverables of those posts of which nothing is under way or out. */
  @SqlQuery(
      """
      select p.deliverable_id from post p
      where p.id = any(:postIds) and p.deliverable_id is not null
        and not exists (
          select from rendition r where r.post_id = p.id
            and r.state not in ('MISSED', 'CANCELLED', 'FAILED'))
      """)
  List<UUID> deliverablesWithNothingLeft(List<UUID> postIds);
}
