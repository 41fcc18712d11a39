package id.gaung.removal;

import id.gaung.publishing.PostRemovals.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What was ordered to be taken away, and what came of it. */
interface RemovalDao {

  /**
   * An order.
   *
   * @param failureKind why the network did not do it, as it said last
   */
  record RemovalRow(
      UUID renditionId,
      UUID orderedBy,
      Instant orderedAt,
      String reason,
      State state,
      int attempts,
      Optional<String> failureKind) {}

  /** Why the network did not do it. */
  record Told(UUID renditionId, String kind, String code, String detail) {}

  /**
   * One that was refused may be ordered again.
   *
   * @return 0 if it is ordered already, or done
   */
  @SqlUpdate(
      """
      insert into removal (rendition_id, ordered_by, ordered_at, reason, state, next_at)
      values (:renditionId, :by, :now, :reason, 'ORDERED', :now)
      on conflict (rendition_id) do update
      set ordered_by = :by, ordered_at = :now, reason = :reason, state = 'ORDERED', attempts = 0,
        next_at = :now, failure_kind = null, failure_code = null, failure_detail = null,
        ended_at = null
      where removal.state = 'REFUSED'
      """)
  int order(UUID renditionId, UUID by, String reason, Instant now);

  /**
   * Takes those that are due, so that nobody else asks meanwhile.
   *
   * @param ids only these; all that are due if there are none
   * @param until when they are due again if this process is killed
   */
  @SqlQuery(
      """
      with due as (
        select rendition_id from removal
        where state = 'ORDERED' and next_at <= :now
          and (cardinality(cast(:ids as uuid[])) = 0 or rendition_id = any(cast(:ids as uuid[])))
        order by next_at
        limit 20
        for update skip locked)
      update removal r set next_at = :until, attempts = attempts + 1
      from due where due.rendition_id = r.rendition_id
      returning r.rendition_id, r.ordered_by, r.ordered_at, r.reason, r.state, r.attempts,
        r.failure_kind
      """)
  List<RemovalRow> take(Collection<UUID> ids, Instant now, Instant until);

  @SqlUpdate(
      """
      update removal set state = 'DONE', next_at = null, ended_at = :now
      where rendition_id = :renditionId and state = 'ORDERED'
      """)
  int done(UUID renditionId, Instant now);

  @SqlUpdate(
      """
      update removal set state = 'REFUSED', next_at = null, ended_at = :now,
        failure_kind = :told.kind, failure_code = :told.code, failure_detail = :told.detail
      where rendition_id = :told.renditionId and state = 'ORDERED'
      """)
  int refused(@BindMethods("told") Told told, Instant now);

  @SqlUpdate(
      """
      update removal set next_at = :next, failure_kind = :told.kind, failure_code = :told.code,
        failure_detail = :told.detail
      where rendition_id = :told.renditionId and state = 'ORDERED'
      """)
  int later(@BindMethods("told") Told told, Instant next);

  /** Nothing was asked, so no attempt was made. */
  @SqlUpdate(
      """
      update removal set next_at = :next, attempts = attempts - 1
      where rendition_id = :renditionId and state = 'ORDERED'
      """)
  int postponed(UUID renditionId, Instant next);

  @SqlQuery(
      """
      select rendition_id, ordered_by, ordered_at, reason, state, attempts, failure_kind
      from removal where rendition_id = any(:ids)
      """)
  List<RemovalRow> of(Collection<UUID> ids);
}
