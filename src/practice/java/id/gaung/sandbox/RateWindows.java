package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls in fixed windows of the clock, as the networks do. Kept in memory: a restarted
 * server counts anew. Thread-safe.
 */
final class RateWindows {

  private static final int CROWDED = 10_000;

  /**
   * Where a window stands after a call.
   *
   * @param exceeded whether this call was one too many
   */
  record Window(int limit, int remaining, Instant resetAt, Duration length, boolean exceeded) {}

  private record Count(Instant start, int used) {}

  private final Clock clock;
  private final boolean enforced;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  RateWindows(Clock clock, boolean enforced) {
    this.clock = clock;
    this.enforced = enforced;
  }

  /** Counts a call of so many points; where no limits are enforced, nothing is ever used. */
  Window take(String key, int points, int limit, Duration length) {
    Instant now = clock.instant();
    if (!enforced) {
      return new Window(limit, limit, now.plus(length), length, false);
    }
    if (counts.size() > CROWDED) {
      counts.values().removeIf(count -> count.start().plus(Duration.ofDays(1)).isBefore(now));
    }
    Count count =
        counts.compute(
            key,
            (ignored, old) ->
                old == null || !now.isBefore(old.start().plus(length))
                    ? new Count(now, points)
                    : new Count(old.start(), old.used() + points));
    return new Window(
        limit,
        Math.max(0, limit - count.used()),
        count.start().plus(length),
        length,
        count.used() > limit);
  }
}
