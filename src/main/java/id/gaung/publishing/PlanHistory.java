package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.publishing.PlanHistory.PlanDao.PlanRow;
import id.gaung.publishing.PostDao.NewRendition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Keeps what was planned for renditions and what became of it, line by line, never changed: the
 * weekly report reads each week's plan from here. All of it joins the caller's transaction.
 */
final class PlanHistory {

  private final PlanDao dao;
  private final Foundation foundation;

  PlanHistory(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(PlanDao.class);
    this.foundation = foundation;
  }

  /** They were given their first time. */
  void planned(Actor by, List<NewRendition> renditions) {
    dao.insert(
        renditions.stream()
            .map(r -> row(r.id(), "PLANNED", Optional.empty(), Optional.of(r.dueAt()), by))
            .toList());
  }

  /** A person gave it another time; a missed or failed one may go out again by it. */
  void moved(Actor by, RenditionRow before, Instant to) {
    dao.insert(
        List.of(row(before.id(), "MOVED", Optional.of(before.dueAt()), Optional.of(to), by)));
    dao.begin(before.id());
  }

  /** A person tried it once more: it goes out late, and is due when it always was. */
  void retried(Actor by, UUID id) {
    dao.insert(List.of(row(id, "RETRIED", Optional.empty(), Optional.empty(), by)));
    dao.begin(id);
  }

  /** Somebody else looked at them, and they may go out. */
  void approved(Actor by, List<RenditionRow> rows) {
    dao.insert(
        rows.stream()
            .map(row -> row(row.id(), "APPROVED", Optional.empty(), Optional.empty(), by))
            .toList());
  }

  /**
   * They ended without being out, or are gone from their network.
   *
   * @param as MISSED, FAILED, CANCELLED or REMOVED
   */
  void ended(Actor by, Collection<PostEnds.Ended> ended, RenditionState as) {
    Instant now = foundation.clock().instant();
    dao.insert(
        ended.stream()
            .map(
                one ->
                    new PlanRow(
                        one.id(),
                        now,
                        as.name(),
                        Optional.empty(),
                        Optional.empty(),
                        by.id(),
                        by.name(),
                        one.reason()))
            .toList());
    dao.end(ended.stream().map(PostEnds.Ended::id).toList(), now);
  }

  /** It did not end after all. */
  void stands(UUID id) {
    dao.begin(id);
  }

  private PlanRow row(
      UUID id, String kind, Optional<Instant> from, Optional<Instant> to, Actor by) {
    Instant now = foundation.clock().instant();
    return new PlanRow(id, now, kind, from, to, by.id(), by.name(), Optional.empty());
  }

  interface PlanDao {

    /**
     * What happened to a post, the newest first; accounts that went the same way are one step.
     * Where it came out is told also of accounts where it is gone since.
     */
    @SqlQuery(
        """
        with step as (
          select l.at, l.due_to, l.by_id, l.by_name, l.reason,
            case when l.kind = 'REMOVED' and r.taken_away then 'TAKEN_AWAY' else l.kind end as kind
          from rendition_plan l join rendition r on r.id = l.rendition_id
          where r.post_id = :postId
          union all
          select published_at, null, null, '', null, 'PUBLISHED' from rendition
          where post_id = :postId and published_at is not null)
        select max(at) as at, kind, due_to,
          case when by_id is null then 'Gaung' else by_name end as by_name, reason,
          count(*) as accounts
        from step
        group by date_trunc('minute', at), kind, due_to, by_id, by_name, reason
        order by 1 desc,
          array_position(array['TAKEN_AWAY', 'REMOVED', 'PUBLISHED', 'APPROVED'], kind) limit :limit
        """)
    List<PostStep> ofPost(UUID postId, int limit);

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
}
