package id.gaung.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A post that came out in the week.
 *
 * @param dueAt when it was planned, whatever it was moved to later
 * @param events what became of its plan until it came out
 */
public record CameOut(
    UUID renditionId, Instant dueAt, Instant publishedAt, List<PlanEvent> events) {

  public CameOut {
    // The first documents do not tell them.
    events = List.copyOf(Objects.requireNonNullElse(events, List.of()));
  }

  /** Whole minutes after it was planned; never negative. */
  public long minutesLate() {
    return Math.max(0, Duration.between(dueAt, publishedAt).toMinutes());
  }
}
