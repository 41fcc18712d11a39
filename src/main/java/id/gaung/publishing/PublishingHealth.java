package id.gaung.publishing;

import id.gaung.channel.Channels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Whether what is due is being published. Judged by what lies in the queue and not by how the
 * engine feels, so that it tells whatever the cause is: a dead scheduler, a dead journal, a lane
 * that hangs.
 */
public final class PublishingHealth {

  /** A tick comes each second and a claim takes milliseconds. */
  private static final Duration UNTOUCHED = Duration.ofMinutes(1);

  /** A long queue of one channel moves, if slowly. */
  private static final Duration STANDING_STILL = Duration.ofMinutes(10);

  /** What is tried now was due within the grace, look-ups and retries included. */
  private static final Duration RECENTLY_DUE = Duration.ofHours(24);

  private final PublishingEngine engine;
  private final QueueStateDao dao;
  private final Channels channels;
  private final Clock clock;

  PublishingHealth(PublishingEngine engine, Jdbi jdbi, Channels channels, Clock clock) {
    this.engine = engine;
    this.dao = jdbi.onDemand(QueueStateDao.class);
    this.channels = channels;
    this.clock = clock;
  }

  /**
   * What the queue says now.
   *
   * @param engineWorks whether this node's engine takes posts
   * @param stopped whether a person has stopped all publishing, which is no fault
   * @param waiting posts that are due now, those under way included
   * @param notTaken due posts that nobody takes up although nothing stands in their way
   * @param oldestDue of those not taken
   * @param forAccounts posts that are due but wait for their account: it must be connected again,
   *     or its network asked it to wait
   * @param oldestForAccounts since when the first of them is due
   */
  public record State(
      boolean engineWorks,
      boolean stopped,
      long waiting,
      long notTaken,
      Optional<Instant> oldestDue,
      long forAccounts,
      Optional<Instant> oldestForAccounts) {

    /** Due posts go out, or a person wants it otherwise. */
    public boolean isWell() {
      return engineWorks && (stopped || notTaken + forAccounts == 0);
    }
  }

  public State state() {
    Instant now = clock.instant();
    QueueStateDao.Row row =
        dao.due(now, now.minus(UNTOUCHED), now.minus(STANDING_STILL), now.minus(RECENTLY_DUE));
    Queue waiting = dao.forAccounts(now.minus(UNTOUCHED), paused(), now);
    return new State(
        engine.isWorking(),
        row.stopped(),
        // What the stop holds is looked at again later, and waits all the same.
        row.stopped() ? queue().due() : row.waiting(),
        row.notTaken(),
        row.oldestDue(),
        waiting.due(),
        waiting.oldest());
  }

  private List<UUID> paused() {
    return List.copyOf(channels.waiting().keySet());
  }

  /**
   * What waits in the whole cluster.
   *
   * @param due posts that are due and not begun, whatever they wait for
   * @param oldest since when the first of them is due; empty if none is
   * @param limited how many of them wait for their network: a limit is used up, or it asked for a
   *     pause
   */
  public record Queue(long due, Optional<Instant> oldest, long limited) {}

  public Queue queue() {
    Instant now = clock.instant();
    return dao.queue(now, paused());
  }

  /** Reads the queue. */
  interface QueueStateDao {

    /**
     * @param stopped whether publishing is stopped by a person
     */
    record Row(boolean stopped, long waiting, long notTaken, Optional<Instant> oldestDue) {}

    @SqlQuery(
        """
        select count(*) as due, min(since) as oldest, count(*) filter (where limited) as limited
        from (
          select channel_id = any(:paused) as limited, case
              when state = 'SCHEDULED' or held_reason is not null or channel_id = any(:paused)
              then coalesce(grace_from, due_at) else next_at end as since
          from rendition where state in ('SCHEDULED', 'RETRYING') and due_at <= :now) waiting
        where since <= :now
        """)
    Queue queue(Instant now, List<UUID> paused);

    // A paused campaign is what a person wants, as a stop is.
    @SqlQuery(
        """
        select count(*) as due, min(coalesce(grace_from, due_at)) as oldest,
          count(*) filter (where held_reason is null) as limited
        from rendition
        where state in ('SCHEDULED', 'RETRYING') and due_at <= :since
          and coalesce(grace_from, due_at) <= :since
          and (held_reason = 'CHANNEL'
            or held_reason is null and channel_id = any(:paused) and next_at > :now)
        """)
    Queue forAccounts(Instant since, List<UUID> paused, Instant now);

    // Of a channel whose posts are claimed by somebody, the others wait their turn; unless none of
    // them has begun for a long time. Posts that are held or paused have a later next_at. Asked
    // channel by channel, so that a long queue costs no more than a short one.
    @SqlQuery(
        """
        with due as (
          select channel_id, count(*) as posts,
            count(*) filter (where next_at < :untouchedSince) as untouched,
            min(next_at) as oldest
          from rendition
          where state in ('SCHEDULED', 'RETRYING') and next_at <= :now
          group by channel_id),
        judged as (
          select due.*,
            untouched > 0
            and not exists (
              select from rendition b join publish_attempt a on a.rendition_id = b.id
              where b.channel_id = due.channel_id and b.due_at > :recentlyDue
                and a.started_at > :stillSince)
            and (oldest < :stillSince or not exists (
              select from rendition l
              where l.channel_id = due.channel_id and l.lease_until > :now
                and l.state in ('SCHEDULED', 'RETRYING', 'PUBLISHING'))) as left_alone
          from due)
        select (select stopped from publishing_switch) as stopped,
          coalesce(sum(posts), 0)::bigint as waiting,
          coalesce(sum(untouched) filter (where left_alone), 0)::bigint as not_taken,
          min(oldest) filter (where left_alone) as oldest_due
        from judged
        """)
    Row due(Instant now, Instant untouchedSince, Instant stillSince, Instant recentlyDue);
  }
}
