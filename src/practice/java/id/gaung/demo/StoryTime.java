package id.gaung.demo;

import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Steps the clock from one thing to the next and lets what is due go out. Every twelve hours the
 * jobs do what else is due, and every six in the last days, whose posts people look at most
 * closely; so readings within them share a batch. Midnight in Balikpapan is such a step, when a
 * week ends and its report is made; from then to six everybody sleeps.
 */
final class StoryTime {

  private static final int STEP_HOURS = 12;
  private static final int CLOSE_STEP_HOURS = 6;
  private static final Duration CLOSE = Duration.ofDays(5);
  private static final int MORNING = 6;

  private final StoryClock clock;
  private final Runnable publishing;
  private final Runnable jobs;
  private final Queue<Event> events = new PriorityQueue<>();
  private long made;

  StoryTime(StoryClock clock, Runnable publishing, Runnable jobs) {
    this.clock = clock;
    this.publishing = publishing;
    this.jobs = jobs;
  }

  Instant now() {
    return clock.instant();
  }

  /** Something that happens then. Things of the same instant happen in the order they were told. */
  void at(Instant instant, Runnable happens) {
    events.add(
        new Event(
            instant,
            made++,
            () -> {
              happens.run();
              return false;
            }));
  }

  /** An instant at which something may be due to go out. */
  void lookAt(Instant instant) {
    lookAt(instant, () -> true);
  }

  /**
   * The same, if something still waits then.
   *
   * @param waits asked at that instant, since a look costs more than an answer
   */
  void lookAt(Instant instant, BooleanSupplier waits) {
    events.add(new Event(instant, made++, waits));
  }

  /** Tells everything before the end, and moves the clock there. */
  void runUntil(Instant end) {
    Instant now = clock.instant();
    while (now.isBefore(end)) {
      Instant step = step(now, end);
      now = next(now, step);
      clock.moveTo(now);
      boolean due = now.equals(step);
      Event event = events.peek();
      while (event != null && !event.at().isAfter(now)) {
        events.remove();
        due |= event.happens().getAsBoolean();
        event = events.peek();
      }
      if (due) {
        publishing.run();
      }
      if (now.equals(step)) {
        jobs.run();
      }
    }
  }

  private static Instant step(Instant now, Instant end) {
    LocalDateTime local = Wita.dateTime(now);
    int hours = now.isBefore(end.minus(CLOSE)) ? STEP_HOURS : CLOSE_STEP_HOURS;
    int hour = Math.max(MORNING, (local.getHour() / hours + 1) * hours);
    Instant next = Wita.instant(local.toLocalDate().atStartOfDay().plusHours(hour));
    return next.isBefore(end) ? next : end;
  }

  private Instant next(Instant now, Instant step) {
    Event event = events.peek();
    if (event == null || !event.at().isBefore(step)) {
      return step;
    }
    return event.at().isAfter(now) ? event.at() : now.plusMillis(1);
  }

  /**
   * @param happens answers whether what is due is looked at
   */
  private record Event(Instant at, long order, BooleanSupplier happens)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
