package id.gaung.engagement;

import id.gaung.engagement.WatchDao.DueWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a post that could not be read is asked about again, and what its page says meanwhile. */
record NextReading(Clock clock) {

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(30);
  private static final Duration NOT_INDEXED_YET = Duration.ofMinutes(5);

  /** Indexes lag for minutes. What is not shown for longer is hidden, such as by moderation. */
  private static final Duration HIDDEN_AFTER = Duration.ofHours(3);

  private static final Duration DAILY = Duration.ofHours(24);

  static final String NOT_INDEXED = "not-indexed";

  /** Stands at the source, but its network does not show it. */
  static final String HIDDEN = "hidden";

  /** Asked again after five minutes, then after as long as it has not been shown; daily at last. */
  WatchMove unshown(DueWatch watch, Instant seen) {
    Instant now = clock.instant();
    Duration since = Duration.between(seen, now);
    Duration longest = since.compareTo(DAILY) > 0 ? DAILY : since;
    Duration pause = longest.compareTo(NOT_INDEXED_YET) < 0 ? NOT_INDEXED_YET : longest;
    boolean hidden = since.compareTo(HIDDEN_AFTER) >= 0;
    // What is only late is asked often.
    return soon(watch, now.plus(hidden ? pause : NOT_INDEXED_YET), hidden ? HIDDEN : NOT_INDEXED);
  }

  /** Nothing is wrong with the post: it is asked about when the network lets us ask again. */
  WatchMove waiting(DueWatch watch, Instant end) {
    return later(watch, end, Optional.empty());
  }

  /** Tried again soon, but never later than the next rung. */
  WatchMove troubled(DueWatch watch, String trouble) {
    Instant now = clock.instant();
    Instant soon = now.plus(AFTER_TROUBLE);
    Instant next =
        Ladder.next(watch.publishedAt(), now, watch.channelId())
            .filter(rung -> rung.isBefore(soon))
            .orElse(soon);
    return soon(watch, next, trouble);
  }

  /** Once more at that time; or never, if the post is older than anything is watched. */
  private WatchMove soon(DueWatch watch, Instant next, String trouble) {
    return later(watch, next, Optional.of(trouble));
  }

  private WatchMove later(DueWatch watch, Instant next, Optional<String> trouble) {
    boolean over = next.isAfter(Ladder.end(watch.publishedAt()));
    Optional<Instant> now = Optional.of(clock.instant());
    return new WatchMove(
        watch.renditionId(),
        over ? Optional.empty() : Optional.of(next),
        watch.absentSince(),
        trouble,
        over ? now : Optional.empty(),
        over ? Optional.of("LADDER_DONE") : Optional.empty());
  }
}
