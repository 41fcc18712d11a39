package id.gaung.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface RenditionDao {

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.id = any(:ids)
      """)
  List<RenditionRow> find(Collection<UUID> ids);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.id = :id for update of r
      """)
  Optional<RenditionRow> lock(UUID id);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.id = any(:ids) order by r.id for update of r
      """)
  List<RenditionRow> lockAll(Collection<UUID> ids);

  /** All of a post. */
  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.post_id = :postId order by r.id for update of r
      """)
  List<RenditionRow> lockPost(UUID postId);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where r.id = any(:ids) and r.state = 'PUBLISHED' order by r.id for update of r
      """)
  List<RenditionRow> lockPublished(Collection<UUID> ids);

  @SqlQuery(
      """
      select r.*, p.campaign_id, p.deliverable_id, p.created_by
      from rendition r join post p on p.id = r.post_id
      where p.campaign_id = :campaignId
        and r.state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'RETRYING', 'HANDED_OVER')
      order by r.id for update of r
      """)
  List<RenditionRow> lockUnsent(UUID campaignId);

  @SqlQuery(
      """
      select exists (
        select from rendition r join post p on p.id = r.post_id
        where p.campaign_id = :campaignId and r.state in
          ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHING', 'RETRYING', 'UNCERTAIN',
            'HANDED_OVER'))
      """)
  boolean isUnderWay(UUID campaignId);

  @SqlQuery("select checkpoint from rendition where id = :id")
  StoredCheckpoint checkpoint(UUID id);

  /** Out of the queue, for good or until a person decides. */
  @SqlUpdate(
      """
      update rendition set state = :state, next_at = null, held_reason = null, reason = :reason,
        taken_away = false, lease_owner = null, lease_until = null, version = version + 1
      where id = :id
      """)
  void end(UUID id, RenditionState state, Optional<String> reason);

  @SqlUpdate(
      """
      update rendition set state = :state, next_at = null, held_reason = null, reason = :reason,
        lease_owner = null, lease_until = null, version = version + 1
      where id = any(:ids)
      """)
  void endAll(Collection<UUID> ids, RenditionState state, Optional<String> reason);

  /** That those which are gone were taken away by the office. */
  @SqlUpdate(
      """
      update rendition set taken_away = true where id = any(:ids) and state = 'REMOVED'
      """)
  void takenAway(Collection<UUID> ids);

  /**
   * Into the queue, from its beginning.
   *
   * @param dueAt when it is due; as it was unless a person gave another time
   * @param nextAt when the queue takes it up
   * @param graceFrom since when its lateness is forgiven; empty for since it is due
   */
  @SqlUpdate(
      """
      update rendition set state = 'SCHEDULED', due_at = :dueAt, next_at = :nextAt,
        grace_from = :graceFrom, failures = 0, look_ups = 0, checkpoint = '{}', first_attempt_at = null, uncertain_since = null,
        held_reason = null, reason = null, failure_kind = null, failure_code = null,
        failure_detail = null, lease_owner = null, lease_until = null, version = version + 1
      where id = :id
      """)
  void schedule(UUID id, Instant dueAt, Instant nextAt, Optional<Instant> graceFrom);

  /** Another time, in the same state. */
  @SqlUpdate(
      """
      update rendition set due_at = :dueAt, next_at = :dueAt, grace_from = null,
        held_reason = null,
        lease_owner = null, lease_until = null, version = version + 1
      where id = :id
      """)
  void move(UUID id, Instant dueAt);

  /** A person says that it is certainly not out: goes on from its checkpoint, with new grace. */
  @SqlUpdate(
      """
      update rendition set state = 'RETRYING', grace_from = :now, next_at = :now, failures = 0,
        failure_kind = 'TRANSIENT', failure_code = 'no-answer', failure_detail = '',
        uncertain_since = null, lease_owner = null, lease_until = null, version = version + 1
      where id = :id
      """)
  void tryAgain(UUID id, Instant now);

  @SqlUpdate(
      """
      update rendition set state = 'PUBLISHED', next_at = :askAgain, published_at = :publishedAt,
        remote_id = :remoteId, remote_url = :remoteUrl, failure_kind = null, failure_code = null,
        failure_detail = null, uncertain_since = null, lease_owner = null, lease_until = null,
        version = version + 1
      where id = :id
      """)
  void publishedAccordingTo(
      UUID id,
      Instant publishedAt,
      Optional<String> remoteId,
      Optional<String> remoteUrl,
      Optional<Instant> askAgain);

  @SqlUpdate("update rendition set checkpoint = :checkpoint where id = :id")
  void startFrom(UUID id, Map<String, String> checkpoint);

  /** Those settled without the network's id whose time has come; the next time is set with it. */
  @SqlQuery(
      """
      update rendition set next_at = case when published_at < :oldest then null
        else cast(:again as timestamptz) end
      where id in (
        select id from rendition
        where state = 'PUBLISHED' and remote_id is null and next_at <= :now
        order by next_at limit :limit for update skip locked)
      returning id
      """)
  List<UUID> withoutId(Instant now, Instant again, Instant oldest, int limit);

  @SqlUpdate(
      """
      update rendition set remote_id = :remoteId, next_at = null, version = version + 1
      where id = :id and state = 'PUBLISHED' and remote_id is null
      """)
  int identified(UUID id, String remoteId);

  @SqlQuery(
      """
      select rendition_id, number, kind, payload_hash, started_at, finished_at, outcome, detail
      from publish_attempt where rendition_id = :id order by number desc
      """)
  List<AttemptView> attempts(UUID id);

  /** A look-up made for a person's decision, among the evidence. */
  @SqlUpdate(
      """
      with numbered as (
        update rendition set attempts = attempts + 1 where id = :renditionId returning attempts)
      insert into publish_attempt (id, rendition_id, number, kind, idempotency_key, payload_hash,
        node, started_at, finished_at, outcome, detail)
      select :id, :renditionId, attempts, 'LOOK_UP', '', '', '', :now, :now, 'UNDECIDED', :detail
      from numbered
      """)
  void lookedUp(UUID id, UUID renditionId, Instant now, String detail);

  @SqlUpdate(
      """
      update rendition set text = :text, state = 'IN_REVIEW', reason = null,
        version = version + 1
      where id = :id
      """)
  void revise(UUID id, String text);

  /** A person's decision, among the evidence. */
  @SqlUpdate(
      """
      with numbered as (
        update rendition set attempts = attempts + 1 where id = :renditionId returning attempts)
      insert into publish_attempt (id, rendition_id, number, kind, idempotency_key, payload_hash,
        node, started_at, finished_at, outcome, detail)
      select :id, :renditionId, attempts, 'PERSON', '', '', '', :now, :now, :outcome, :detail
      from numbered
      """)
  void decided(UUID id, UUID renditionId, Instant now, String outcome, String detail);

  /** Those of the deliverables of which nothing is out any more, on no account. */
  @SqlQuery(
      """
      select d from unnest(cast(:deliverables as uuid[])) as d
      where not exists (
          select from post p join rendition r on r.post_id = p.id
          where p.deliverable_id = d and r.state = 'PUBLISHED')
        and not exists (
          select from found_post f
          where f.deliverable_id = d and f.removed_at is null and f.taken_back_at is null)
      """)
  Set<UUID> nothingOut(Collection<UUID> deliverables);

  @SqlBatch(
      """
      update rendition r set remote_id = :remoteId
      where r.id = :renditionId and r.remote_id = :before and not exists (
        select 1 from rendition o where o.channel_id = r.channel_id and o.remote_id = :remoteId)
      """)
  int[] renumber(@BindMethods List<Renditions.Renumbered> posts);

  /** How far a rendition's publication has come. */
  record StoredCheckpoint(Map<String, String> checkpoint) {
    Map<String, String> values() {
      return checkpoint;
    }
  }
}
