package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.kernel.Problem;
import id.gaung.platform.PostText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Asks before one channel gets the same text twice at the same time: a form sent again, two people
 * with one task, a time moved onto another post's. It may be meant, so a person may confirm it.
 *
 * <p>The same text is one that differs in nothing but what networks rewrite ({@link PostText#key}).
 * The same time is less than {@link #WINDOW} apart, counted between the times at which the two are
 * to go out, or went out. Posts that were called off, missed, refused or taken down do not count.
 *
 * <p>Who gives a post its time holds the lock of its channel from before this question to the end
 * of the transaction, so that of two at once the second sees the first.
 */
final class Twins {

  /** Long enough for a form that is sent again with "now" as its time. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** The key of the refusal; what follows its first two values leads to the other posts. */
  static final String KEY = "publishing.twin";

  private static final int EXCERPT = 60;

  private final TwinDao dao;
  private final Channels channels;

  Twins(Jdbi jdbi, Channels channels) {
    this.dao = jdbi.onDemand(TwinDao.class);
    this.channels = channels;
  }

  /**
   * What is to go out.
   *
   * @param id of the rendition; one that is not stored yet is found by nobody
   */
  record Planned(UUID id, UUID channelId, String text, Instant at) {
    static Planned of(RenditionRow row, Instant at) {
      return new Planned(row.id(), row.channelId(), row.text(), at);
    }
  }

  /**
   * Nobody else gives a post of these channels its time until the caller's transaction ends. To be
   * called before any row is locked, so that nobody waits for each other in a circle.
   */
  void lock(Collection<UUID> channelIds) {
    dao.lock(channelIds);
  }

  /**
   * Within the transaction that called {@link #lock}.
   *
   * @param confirmed whether a person said that both are meant
   * @throws Problem conflict, {@link #KEY}, if there is a twin and nobody confirmed it
   */
  void ask(List<Planned> planned, boolean confirmed) {
    if (confirmed || planned.isEmpty()) {
      return;
    }
    List<TwinDao.Row> twins =
        dao
            .near(
                planned.stream().map(Planned::id).toList(),
                planned.stream().map(Planned::channelId).toList(),
                planned.stream().map(p -> p.at().toString()).toList(),
                WINDOW)
            .stream()
            .filter(row -> planned.stream().anyMatch(p -> isTwin(p, row)))
            .toList();
    if (!twins.isEmpty()) {
      throw Problem.conflict(KEY, values(twins));
    }
  }

  private static boolean isTwin(Planned planned, TwinDao.Row row) {
    return planned.id().equals(row.plannedId()) && PostText.isSame(planned.text(), row.text());
  }

  private String[] values(List<TwinDao.Row> twins) {
    Map<UUID, Channel> known =
        channels.find(twins.stream().map(TwinDao.Row::channelId).distinct().toList());
    List<String> names =
        twins.stream()
            .map(TwinDao.Row::channelId)
            .distinct()
            .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
            .map(Channel::shownAs)
            .sorted()
            .toList();
    List<String> addresses =
        twins.stream().map(twin -> "/posts/" + twin.postId()).distinct().toList();
    List<String> values = new ArrayList<>();
    values.add(String.join(", ", names));
    values.add(excerpt(twins.get(0).text()));
    values.add(String.join(", ", addresses));
    return Stream.concat(values.stream(), addresses.stream()).toArray(String[]::new);
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
  }

  /** Of a refusal: the addresses of the other posts; empty if it is another refusal. */
  static List<String> addresses(Optional<Problem> refusal) {
    return refusal
        .filter(problem -> problem.key().equals(KEY))
        .map(problem -> problem.args().stream().skip(3).collect(Collectors.toList()))
        .orElse(List.of());
  }

  /** Reads what goes out near a time. */
  interface TwinDao {

    /**
     * @param plannedId of what it is near to
     */
    record Row(UUID plannedId, UUID postId, UUID channelId, String text) {}

    // Another lock than that of remote ids: composing waits for nobody who publishes.
    @SqlQuery(
        """
        select pg_advisory_xact_lock(hashtextextended('times of ' || id, 0)) is null
        from (select distinct id from unnest(:channelIds) as id order by id) as channels
        """)
    List<Boolean> lock(Collection<UUID> channelIds);

    // Each part finds its own index: what is due near the time, what is tried once more near it
    // though it was due before, and what went out near it whenever it was due.
    @SqlQuery(
        """
        select distinct w.id as planned_id, near.post_id, w.channel_id, near.text
        from unnest(:ids, :channelIds, cast(:times as timestamptz[])) as w (id, channel_id, at)
        cross join lateral (
          select r.id, r.post_id, r.text from rendition r
          where r.channel_id = w.channel_id
            and r.due_at > w.at - :window and r.due_at < w.at + :window
            and r.state not in ('CANCELLED', 'MISSED', 'FAILED', 'REMOVED')
          union all
          select r.id, r.post_id, r.text from rendition r
          where r.channel_id = w.channel_id and r.state in ('SCHEDULED', 'RETRYING')
            and coalesce(r.grace_from, r.due_at) > w.at - :window
            and coalesce(r.grace_from, r.due_at) < w.at + :window
          union all
          select r.id, r.post_id, r.text from rendition r
          where r.channel_id = w.channel_id and r.remote_id is not null
            and r.published_at > w.at - :window and r.published_at < w.at + :window
            and r.state = 'PUBLISHED') near
        where near.id <> all(:ids)
        order by near.post_id
        """)
    List<Row> near(List<UUID> ids, List<UUID> channelIds, List<String> times, Duration window);
  }
}
