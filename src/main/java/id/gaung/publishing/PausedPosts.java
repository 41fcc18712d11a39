package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.platform.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * What it means for posts that a network asked their account to wait: they go out after it, or, if
 * the pause ends after their grace, not at all unless a person moves them. Reads alone.
 */
public final class PausedPosts {

  private static final Set<String> PAUSING =
      Set.of(Failure.Kind.RATE_LIMITED.name(), Failure.Kind.QUOTA.name());

  private final PausedDao dao;
  private final Channels channels;
  private final Duration grace;
  private final Clock clock;

  /**
   * @param grace how late a post may still go out
   */
  public PausedPosts(Jdbi jdbi, Channels channels, Duration grace, Clock clock) {
    this.dao = jdbi.onDemand(PausedDao.class);
    this.channels = channels;
    this.grace = grace;
    this.clock = clock;
  }

  /**
   * Why a post does not go out when its turn comes.
   *
   * @param until when the network takes posts of its account again
   * @param tooLate whether it may no longer go out then
   */
  public record Pause(Instant until, boolean tooLate) {}

  /** How late a post may still go out. */
  Duration grace() {
    return grace;
  }

  /** Empty if no pause stands in its way. */
  Optional<Pause> of(RenditionRow row, Channel channel) {
    return channel
        .pausedUntil()
        .filter(
            until ->
                channel.isConnected() && !channel.isByHand() && channel.isPausedAt(clock.instant()))
        .flatMap(until -> of(row, until));
  }

  /** For each of them that has one, asked for all together. */
  Map<UUID, Pause> of(List<RenditionRow> rows) {
    Map<UUID, Instant> paused = channels.paused(clock.instant());
    Map<UUID, Pause> pauses = new HashMap<>();
    for (RenditionRow row : rows) {
      Optional.ofNullable(paused.get(row.channelId()))
          .flatMap(until -> of(row, until))
          .ifPresent(pause -> pauses.put(row.id(), pause));
    }
    return pauses;
  }

  private Optional<Pause> of(RenditionRow row, Instant until) {
    boolean asked =
        row.state() == RenditionState.MISSED
            && row.failureKind().filter(PAUSING::contains).isPresent();
    if (asked) {
      return Optional.of(new Pause(until, true));
    }
    boolean waits =
        (row.state() == RenditionState.SCHEDULED || row.state() == RenditionState.RETRYING)
            && row.nextAt().filter(next -> !next.isAfter(until)).isPresent();
    Instant latest = row.graceFrom().orElse(row.dueAt()).plus(grace);
    return waits ? Optional.of(new Pause(until, until.isAfter(latest))) : Optional.empty();
  }

  /**
   * A post that cannot go out any more unless it is moved.
   *
   * @param excerpt its first words
   * @param total how many there are, of which this is one
   */
  public record Late(UUID postId, String excerpt, long total) {}

  /** Those that will be too late by the pauses of now, the earliest due first. */
  public List<Late> tooLate(int limit) {
    Map<UUID, Instant> paused = channels.paused(clock.instant());
    if (paused.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = List.copyOf(paused.keySet());
    return dao
        .tooLate(ids, ids.stream().map(id -> String.valueOf(paused.get(id))).toList(), grace, limit)
        .stream()
        .map(row -> new Late(row.postId(), RenditionRow.excerpt(row.text()), row.total()))
        .toList();
  }

  /** Reads the queue of paused channels. */
  interface PausedDao {

    /** A post by the text of one of its renditions. */
    record Row(UUID postId, String text, long total) {}

    @SqlQuery(
        """
        select r.post_id, min(r.text) as text, count(*) over () as total
        from unnest(:channelIds, cast(:untils as timestamptz[])) as paused (channel_id, until)
        join rendition r on r.channel_id = paused.channel_id
          and r.state in ('SCHEDULED', 'RETRYING') and r.next_at <= paused.until
        where coalesce(r.grace_from, r.due_at) + :grace < paused.until
        group by r.post_id
        order by min(r.due_at), r.post_id limit :limit
        """)
    List<Row> tooLate(List<UUID> channelIds, List<String> untils, Duration grace, int limit);
  }
}
