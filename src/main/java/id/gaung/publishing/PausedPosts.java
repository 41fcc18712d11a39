package id.gaung.publishing;

import id.gaung.channel.Budget;
import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Work;
import id.gaung.platform.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * What it means for posts that their account has to wait: they go out after it, or, if the wait
 * ends after their grace, not at all unless a person moves them. Reads alone.
 */
public final class PausedPosts {

  private static final Set<String> PAUSING =
      Set.of(Failure.Kind.RATE_LIMITED.name(), Failure.Kind.QUOTA.name());

  private final PausedDao dao;
  private final Channels channels;
  private final Duration grace;

  /**
   * @param grace how late a post may still go out
   */
  public PausedPosts(Jdbi jdbi, Channels channels, Duration grace) {
    this.dao = jdbi.onDemand(PausedDao.class);
    this.channels = channels;
    this.grace = grace;
  }

  /**
   * Why a post does not go out when its turn comes.
   *
   * @param until when the network takes posts of its account again
   * @param tooLate whether it may no longer go out then
   * @param limit which of its limits is used up; empty where it merely asked for a pause
   */
  public record Pause(Instant until, boolean tooLate, Optional<LimitStanding> limit) {}

  /** How late a post may still go out. */
  Duration grace() {
    return grace;
  }

  /** For each of them that has one, asked for all together. */
  Map<UUID, Pause> of(Collection<RenditionRow> rows) {
    return of(
        rows,
        channels.find(rows.stream().map(RenditionRow::channelId).collect(Collectors.toSet())));
  }

  /**
   * @param accounts their channels
   */
  Map<UUID, Pause> of(Collection<RenditionRow> rows, Map<UUID, Channel> accounts) {
    Map<UUID, Budget> budgets =
        channels.budgets(
            accounts.values().stream().filter(c -> c.isConnected() && !c.isByHand()).toList());
    Map<UUID, Pause> pauses = new HashMap<>();
    for (RenditionRow row : rows) {
      Optional.ofNullable(budgets.get(row.channelId()))
          .flatMap(budget -> wait(row, budget))
          .flatMap(wait -> of(row, wait))
          .ifPresent(pause -> pauses.put(row.id(), pause));
    }
    return pauses;
  }

  /** A limit of uploads or videos stands in the way of those that were held for it. */
  private static Optional<Budget.Wait> wait(RenditionRow row, Budget budget) {
    return budget
        .posts()
        .or(
            () ->
                Stream.of(Budget.Load.PICTURES, Budget.Load.VIDEO)
                    .flatMap(load -> budget.against(Work.PUBLISH, load).stream())
                    .filter(wait -> row.nextAt().filter(wait.until()::equals).isPresent())
                    .findFirst());
  }

  private Optional<Pause> of(RenditionRow row, Budget.Wait wait) {
    Instant until = wait.until();
    boolean asked =
        row.state() == RenditionState.MISSED
            && row.failureKind().filter(PAUSING::contains).isPresent();
    if (asked) {
      return Optional.of(new Pause(until, true, wait.limit()));
    }
    boolean waits =
        (row.state() == RenditionState.SCHEDULED || row.state() == RenditionState.RETRYING)
            && row.nextAt().filter(next -> !next.isAfter(until)).isPresent();
    Instant latest = row.graceFrom().orElse(row.dueAt()).plus(grace);
    return waits
        ? Optional.of(new Pause(until, until.isAfter(latest), wait.limit()))
        : Optional.empty();
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
    Map<UUID, Budget.Wait> paused = channels.waiting();
    if (paused.isEmpty()) {
      return List.of();
    }
    Map<UUID, String> untils = new HashMap<>();
    paused.forEach((id, wait) -> untils.put(id, wait.until().toString()));
    List<UUID> ids = List.copyOf(untils.keySet());
    return dao
        .tooLate(ids, ids.stream().map(id -> untils.getOrDefault(id, "")).toList(), grace, limit)
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
