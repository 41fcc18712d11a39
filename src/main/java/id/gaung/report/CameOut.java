package id.gaung.report;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A post that was due in the week and came out before its end. */
public record CameOut(UUID renditionId, Instant dueAt, Instant publishedAt) {

  /** Whole minutes after it was due; never negative. */
  public long minutesLate() {
    return Math.max(0, Duration.between(dueAt, publishedAt).toMinutes());
  }
}
