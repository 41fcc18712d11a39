package id.gaung.publishing;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The times that somebody likely means, WITA: the hours at which people look, on the days that
 * come.
 */
final class QuickTimes {

  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime EVENING = LocalTime.of(19, 0);
  private static final int MOST = 3;

  private QuickTimes() {}

  /** For a post that has no time yet; the first is the most sensible one. */
  static List<LocalDateTime> fresh(LocalDateTime now) {
    LocalDateTime tomorrow = now.plusDays(1);
    return Stream.of(
            now.with(EVENING), tomorrow.with(MORNING), tomorrow.with(NOON), tomorrow.with(EVENING))
        .filter(at -> at.isAfter(now.plusHours(1)))
        .limit(MOST)
        .toList();
  }

  /** For one that is to go out at another time than it was to; one is the day after. */
  static List<LocalDateTime> later(LocalDateTime due, LocalDateTime now) {
    LocalDateTime dayLater = dayLater(due, now);
    LocalDateTime tomorrow = now.plusDays(1);
    Stream<LocalDateTime> others =
        Stream.of(tomorrow.with(EVENING), now.with(EVENING), tomorrow.with(MORNING))
            .filter(at -> at.isAfter(now) && !at.equals(due) && !at.equals(dayLater))
            .limit(MOST - 1);
    return Stream.concat(Stream.of(dayLater), others).sorted().toList();
  }

  /** The day after, at the same hour; of what is past, the next day that comes. */
  static LocalDateTime dayLater(LocalDateTime due, LocalDateTime now) {
    LocalDateTime next = due.plusDays(1);
    return next.isAfter(now) ? next : now.toLocalDate().plusDays(1).atTime(due.toLocalTime());
  }
}
