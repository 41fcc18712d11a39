package id.gaung.demo;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Steps the clock from one thing to the next and lets the jobs do what is due. Between things it
 * goes on by three hours, so that readings which are due within them share a batch. Midnight in
 * Balikpapan is such a step, when a week ends and its report is made; from then to six everybody
 * sleeps.
 */
final class StoryTime {

  private static final int STEP_HOURS = 3;
  private static final int MORNING = 6;

  private final StoryClock clock;
  private final Runnable jobs;
  private final Queue<Event> events = new PriorityQueue<>();
  private long made;

  StoryTime(StoryClock clock, Runnable jobs) {
    this.clock = clock;
    this.jobs = jobs;
  }

  /** Something that happens then. Things of the same instant happen in the order they were told. */
  void at(Instant instant, Runnable happens) {
    events.add(new Event(instant, made++, happens));
  }

  /** An instant at which the jobs look, because something is due there. */
  void lookAt(Instant instant) {
    at(instant, () -> {});
  }

  /** Tells everything before the end, and moves the clock there. */
  void runUntil(Instant end) {
    Instant now = clock.instant();
    while (now.isBefore(end)) {
      now = next(now, end);
      clock.moveTo(now);
      Event event = events.peek();
      while (event != null && !event.at().isAfter(now)) {
        events.remove();
        event.happens().run();
        event = events.peek();
      }
      jobs.run();
    }
  }

  private Instant next(Instant now, Instant end) {
    LocalDateTime local = Wita.dateTime(now);
    int hour = Math.max(MORNING, (local.getHour() / STEP_HOURS + 1) * STEP_HOURS);
    Instant next = Wita.instant(local.toLocalDate().atStartOfDay().plusHours(hour));
    Event event = events.peek();
    if (event != null && event.at().isBefore(next)) {
      next = event.at().isAfter(now) ? event.at() : now.plusMillis(1);
    }
    return next.isBefore(end) ? next : end;
  }

  private record Event(Instant at, long order, Runnable happens) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
