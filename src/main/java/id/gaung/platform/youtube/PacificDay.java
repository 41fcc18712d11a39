package id.gaung.platform.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A day as Google counts it for its quotas: from midnight to midnight in California. */
final class PacificDay {

  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private PacificDay() {}

  /** How long until the next one begins: 23, 24 or 25 hours after the one before. */
  static Duration left(Instant now) {
    Instant next = now.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
    return Duration.between(now, next);
  }
}
