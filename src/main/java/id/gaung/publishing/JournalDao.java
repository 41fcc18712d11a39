package id.gaung.publishing;

import id.gaung.platform.Failure;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Many rows at a time. The rows come as JSON, whose number PostgreSQL takes for a hundred and reads
 * the whole table for; so their ids come once more as an array, by which it goes to the index.
 */
interface JournalDao {

  /**
   * Those that are still this owner's and that no person changed, each with what its channel
   * published last if that was after an instant: one step in an index, however much was published.
   */
  // Locked in the order of ids: two journals never wait for each other in a circle.
  @SqlQuery(
      """
      select id, state, coalesce(grace_from, due_at) as grace_from, attempts, first_attempt_at,
        (select n.remote_id from rendition n
         where n.channel_id = r.channel_id and n.remote_id is not null and n.published_at > :since
         order by n.published_at desc limit 1) as newest
      from rendition r
      where id = any(:ids) and lease_owner = :owner
        and state in ('SCHEDULED', 'RETRYING', 'UNCERTAIN')
      order by id for update of r
      """)
  List<Ready> lockReady(String owner, List<UUID> ids, Instant since);

  /**
   * Begins attempts on locked renditions.
   *
   * @param rows {@link AttemptRow}
   */
  // Both in one statement: a journal's transaction is as long as its round trips.
  @SqlUpdate(
      """
      with begun as (
        update rendition r set
          state = case when r.state = 'UNCERTAIN' then r.state else 'PUBLISHING' end,
          attempts = o.number, first_attempt_at = coalesce(r.first_attempt_at, :now),
          lease_until = :until, held_reason = null
        from jsonb_to_recordset(cast(:rows as jsonb)) as o (rendition_id uuid, number integer)
        where r.id = any(:ids) and r.id = o.rendition_id
      )
      insert into publish_attempt
        (id, rendition_id, number, kind, idempotency_key, payload_hash, node, started_at)
      select o.id, o.rendition_id, o.number, o.kind, o.rendition_id::text, o.payload_hash, :node,
        :now
      from jsonb_to_recordset(cast(:rows as jsonb))
        as o (id uuid, rendition_id uuid, number integer, kind text, payload_hash text)
      """)
  void begin(List<UUID> ids, String rows, String node, Instant now, Instant until);

  // A process that ended during a look-up left it open; nothing was sent by it.
  @SqlUpdate(
      """
      update publish_attempt a set finished_at = :now, outcome = 'NO_OUTCOME'
      from jsonb_to_recordset(cast(:rows as jsonb)) as o (rendition_id uuid, kind text)
      where a.rendition_id = any(:ids) and a.rendition_id = o.rendition_id
        and a.finished_at is null and o.kind = 'LOOK_UP'
      """)
  void closeLookUps(List<UUID> ids, String rows, Instant now);

  /**
   * @param rows {@link TurnRow}
   */
  @SqlUpdate(
      """
      update rendition r set state = o.state, next_at = o.next_at, held_reason = o.held_reason,
        reason = o.reason, lease_owner = null, lease_until = null
      from jsonb_to_recordset(cast(:rows as jsonb))
        as o (id uuid, state text, next_at timestamptz, held_reason text, reason text)
      where r.id = any(:ids) and r.id = o.id
      """)
  void turn(List<UUID> ids, String rows);

  /**
   * Stores the checkpoints of attempts that are still this owner's; answers which were.
   *
   * @param rows {@link AdvanceRow}
   */
  @SqlQuery(
      """
      update rendition r set checkpoint = o.checkpoint
      from jsonb_to_recordset(cast(:rows as jsonb))
        as o (id uuid, number integer, checkpoint jsonb)
      where r.id = any(:ids) and r.id = o.id and r.lease_owner = :owner
        and r.attempts = o.number and r.state = 'PUBLISHING'
      returning r.id
      """)
  List<UUID> advance(String owner, List<UUID> ids, String rows);

  /**
   * Stores outcomes of attempts that are still this owner's; answers which were. An outcome that
   * comes after the lease lapsed and somebody else went on changes nothing here.
   *
   * @param rows {@link OutcomeRow}
   */
  // A late outcome finds its attempt closed already and is added to it as evidence.
  @SqlQuery(
      """
      with attempts as (
        update publish_attempt a set
          finished_at = coalesce(a.finished_at, :now),
          outcome = coalesce(a.outcome, o.outcome),
          detail = case when a.finished_at is null then o.detail
            else concat_ws(chr(10), a.detail, 'Later: ' || o.outcome || ' ' || o.detail) end
        from jsonb_to_recordset(cast(:rows as jsonb))
          as o (id uuid, number integer, outcome text, detail text)
        where a.rendition_id = any(:ids) and a.rendition_id = o.id and a.number = o.number
      )
      update rendition r set state = o.state, next_at = o.next_at, failures = o.failures,
        look_ups = o.look_ups, uncertain_since = o.uncertain_since,
        checkpoint = coalesce(o.checkpoint, r.checkpoint),
        failure_kind = o.failure_kind, failure_code = o.failure_code,
        failure_detail = o.failure_detail, remote_id = o.remote_id, remote_url = o.remote_url,
        published_at = o.published_at, lease_owner = null, lease_until = null,
        handed_over_at = case when o.state = 'HANDED_OVER' then :now else r.handed_over_at end
      from jsonb_to_recordset(cast(:rows as jsonb))
        as o (id uuid, number integer, state text, next_at timestamptz, failures integer,
          look_ups integer, uncertain_since timestamptz, checkpoint jsonb, failure_kind text,
          failure_code text, failure_detail text, remote_id text, remote_url text,
          published_at timestamptz)
      where r.id = any(:ids) and r.id = o.id and r.lease_owner = :owner
        and r.attempts = o.number and r.state in ('PUBLISHING', 'UNCERTAIN')
      returning r.id
      """)
  List<UUID> finish(String owner, List<UUID> ids, String rows, Instant now);

  /** Those whose remote id another rendition of their channel holds. */
  @SqlQuery(
      """
      select o.id
      from jsonb_to_recordset(cast(:rows as jsonb))
        as o (id uuid, channel_id uuid, remote_id text)
      join rendition r on r.channel_id = o.channel_id and r.remote_id = o.remote_id
      where o.id = any(:ids) and r.id <> o.id
      """)
  List<UUID> claimsTooLate(List<UUID> ids, String rows);

  /** How far an attempt has come. */
  record AdvanceRow(UUID id, int number, Map<String, String> checkpoint) {}

  /** An attempt as it is begun. */
  record AttemptRow(UUID id, UUID renditionId, int number, String kind, String payloadHash) {}

  /** A rendition turned away at the last moment: held, made to wait, missed or cancelled. */
  record TurnRow(
      UUID id,
      RenditionState state,
      Optional<Instant> nextAt,
      Optional<HeldReason> heldReason,
      Optional<String> reason) {}

  /**
   * A claimed rendition at the last moment, locked.
   *
   * @param newest the network's id of what its channel published last
   */
  record Ready(
      UUID id,
      RenditionState state,
      Instant graceFrom,
      int attempts,
      Optional<Instant> firstAttemptAt,
      Optional<String> newest) {}

  /**
   * The columns that an attempt's end sets.
   *
   * @param checkpoint empty to keep what is stored
   */
  record OutcomeRow(
      UUID id,
      int number,
      RenditionState state,
      Optional<Instant> nextAt,
      int failures,
      int lookUps,
      Optional<Instant> uncertainSince,
      Optional<Map<String, String>> checkpoint,
      Optional<String> failureKind,
      Optional<String> failureCode,
      Optional<String> failureDetail,
      Optional<String> remoteId,
      Optional<String> remoteUrl,
      Optional<Instant> publishedAt,
      String outcome,
      String detail) {

    static OutcomeRow of(UUID id, int number, Outcome v) {
      return new OutcomeRow(
          id,
          number,
          v.state(),
          v.nextAt(),
          v.failures(),
          v.lookUps(),
          v.uncertainSince(),
          v.outcome().equals(OutcomeRules.HELD)
              ? Optional.empty()
              : Optional.of(v.checkpoint().values()),
          v.failure().map(f -> f.kind().name()),
          v.failure().map(Failure::code),
          v.failure().map(Failure::detail),
          v.post().map(RemotePost::remoteId),
          v.post().flatMap(RemotePost::url).map(URI::toString),
          v.publishedAt(),
          v.outcome(),
          v.detail());
    }
  }
}
