package id.gaung.publishing;

import id.gaung.platform.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface QueueDao {

  // Channel by channel: first the channels that have anything in the queue, found by leaping from
  // one to the next in the index; then, of each, the earliest due as far as its lane has room.
  // Cost grows with the channels, not with the backlog, and a channel with a long backlog or a
  // slow network takes nothing from the others. Rows that another node is claiming are skipped.
  @SqlQuery(
      """
      with recursive queued as (
        (select channel_id from rendition
         where state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
         order by channel_id limit 1)
        union all
        select (select r.channel_id from rendition r
                where r.state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
                  and r.channel_id > q.channel_id
                order by r.channel_id limit 1)
        from queued q where q.channel_id is not null
      ), lane as (
        select q.channel_id, coalesce(b.room, :laneSize) as room
        from queued q
        left join unnest(:channels, :rooms) as b (channel_id, room)
          on b.channel_id = q.channel_id
        where q.channel_id is not null
      ), picked as materialized (
        select due.id
        from lane cross join lateral (
          select r.id from rendition r
          where r.channel_id = lane.channel_id
            and r.state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
            and r.next_at <= :now
            and (r.lease_until is null or r.lease_until < :now)
          order by r.next_at
          limit lane.room
          for update skip locked) due
        limit :limit
      )
      update rendition r set lease_owner = :owner, lease_until = :until
      from post p
      where r.id = any(array(select id from picked)) and p.id = r.post_id
      returning r.id, r.post_id, p.campaign_id, p.deliverable_id, r.channel_id, r.state, r.text,
        r.language, coalesce(r.grace_from, r.due_at) as grace_from, r.attempts, r.failures, r.look_ups, r.first_attempt_at,
        r.uncertain_since, r.checkpoint, r.options, p.card
      """)
  List<Claimed> claim(
      String owner,
      Instant now,
      Instant until,
      List<UUID> channels,
      List<Integer> rooms,
      int laneSize,
      int limit);

  @SqlQuery(
      """
      select rendition_id, position, photo_id, alt_text, video from rendition_picture
      where rendition_id = any(:ids) order by rendition_id, position
      """)
  List<RenditionPicture> pictures(List<UUID> ids);

  /** Renews the claims; answers those that are still this owner's. */
  @SqlQuery(
      """
      update rendition set lease_until = :until
      where id = any(:ids) and lease_owner = :owner
      returning id
      """)
  List<UUID> heartbeat(String owner, List<UUID> ids, Instant until);

  /** Gives claims back that were not begun. */
  @SqlUpdate(
      """
      update rendition set lease_owner = null, lease_until = null
      where id = any(:ids) and lease_owner = :owner
        and state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
      """)
  void release(String owner, Collection<UUID> ids);

  /** Ends the claims of this node's previous life. */
  @SqlUpdate(
      """
      update rendition set lease_until = :past
      where state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN', 'PUBLISHING')
        and starts_with(lease_owner, :node || '/') and lease_owner <> :owner
      """)
  int endPreviousLife(String node, String owner, Instant past);

  /**
   * A rendition whose engine is gone.
   *
   * @param attempts the number of the attempt that was under way
   */
  record Lapsed(UUID id, UUID postId, UUID channelId, int attempts) {}

  // An attempt was begun and its engine is gone: nobody knows whether the call left. If the engine
  // was this node's, no call can be running any more (or it stands before the look-up in the same
  // lane); if it was another node's, its call may still be, and the look-up waits for it.
  @SqlQuery(
      """
      update rendition r set state = 'UNCERTAIN', uncertain_since = :now, look_ups = 0,
        next_at = case when starts_with(r.lease_owner, :node || '/') then :now
                       else greatest(:now, r.lease_until + :callLimit) end,
        lease_owner = null, lease_until = null
      where r.id in (
        select id from rendition where state = 'PUBLISHING' and lease_until < :now
        limit :limit for update skip locked)
      returning r.id, r.post_id, r.channel_id, r.attempts
      """)
  List<Lapsed> lapsed(String node, Instant now, Duration callLimit, int limit);

  @SqlUpdate(
      """
      update publish_attempt set finished_at = :now, outcome = 'NO_OUTCOME',
        detail = 'PROCESS_ENDED'
      where rendition_id = any(:ids) and finished_at is null
      """)
  void closeAttempts(List<UUID> ids, Instant now);

  @SqlQuery(
      """
      update rendition r set state = 'MISSED', next_at = null, lease_owner = null,
        lease_until = null
      from rendition before
      where r.id in (
          select id from rendition
          where state in ('SCHEDULED', 'RETRYING', 'HANDED_OVER')
            and coalesce(grace_from, due_at) < :dueBefore
          order by coalesce(grace_from, due_at) limit :limit for update skip locked)
        and before.id = r.id
      returning r.id, before.state, r.post_id, r.held_reason
      """)
  List<Turned> missed(Instant dueBefore, int limit);

  @SqlQuery("select stopped from publishing_switch")
  boolean stopped();

  /**
   * A rendition taken from the queue by this engine.
   *
   * @param graceFrom since when its lateness counts: when it was due, or was tried once more
   * @param attempts how many were begun before
   * @param failures hiccups in a row
   * @param uncertainSince when the request without an outcome ended; only while uncertain
   * @param options as {@link PostOptions} stores them
   * @param card as {@link PostCard} stores it
   */
  record Claimed(
      UUID id,
      UUID postId,
      UUID campaignId,
      Optional<UUID> deliverableId,
      UUID channelId,
      RenditionState state,
      String text,
      String language,
      Instant graceFrom,
      int attempts,
      int failures,
      int lookUps,
      Optional<Instant> firstAttemptAt,
      Optional<Instant> uncertainSince,
      Map<String, String> checkpoint,
      Map<String, String> options,
      Map<String, String> card) {

    Checkpoint start() {
      return new Checkpoint(checkpoint);
    }

    boolean isLookUp() {
      return state == RenditionState.UNCERTAIN;
    }
  }

  /**
   * A rendition that left the queue.
   *
   * @param state the one it had before
   * @param heldReason what stood in its way
   */
  record Turned(UUID id, RenditionState state, UUID postId, Optional<String> heldReason) {}
}
