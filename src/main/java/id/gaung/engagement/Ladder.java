package id.gaung.engagement;

import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When a post is read: 15 minutes, 1, 3, 6, 12, 24 and 48 hours after publishing, then daily to day
 * 90, and once more each Sunday between 21:00 and 23:55 WITA, so that the week's cut has a fresh
 * value.
 */
final class Ladder {

  private static final List<Duration> RUNGS =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(48));
  private static final Duration LAST = Duration.ofDays(90);

  /** How long the last reading is tried for. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private static final LocalTime SUNDAY_FROM = LocalTime.of(21, 0);
  private static final int SUNDAY_MINUTES = 175;

  private Ladder() {}

  /**
   * The next reading strictly after an instant; empty when the ladder is climbed.
   *
   * @param channel posts of one channel share a Sunday minute, so that they are read in one batch;
   *     channels are spread over the evening
   */
  static Optional<Instant> next(Instant published, Instant after, UUID channel) {
    Instant last = published.plus(LAST);
    Instant rung = rung(published, after);
    Instant sunday = sunday(after, channel);
    Instant next = sunday.isBefore(rung) && sunday.isAfter(published) ? sunday : rung;
    return next.isAfter(last) ? Optional.empty() : Optional.of(next);
  }

  /** When watching a post ends for good, whatever stands in the way of its last readings. */
  static Instant end(Instant published) {
    return published.plus(LAST).plus(PATIENCE);
  }

  private static Instant rung(Instant published, Instant after) {
    for (Duration rung : RUNGS) {
      Instant at = published.plus(rung);
      if (at.isAfter(after)) {
        return at;
      }
    }
    long days = Duration.between(published, after).toDays() + 1;
    return published.plus(Duration.ofDays(days));
  }

  private static Instant sunday(Instant after, UUID channel) {
    Week week = Week.of(after);
    Instant thisWeek = sundayOf(week, channel);
    return thisWeek.isAfter(after) ? thisWeek : sundayOf(week.next(), channel);
  }

  private static Instant sundayOf(Week week, UUID channel) {
    int minute = Math.floorMod(channel.hashCode(), SUNDAY_MINUTES);
    return Wita.instant(week.sunday().atTime(SUNDAY_FROM).plusMinutes(minute));
  }
}
