package id.gaung.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a post's plan.
 *
 * @param to the other time it was given; only of {@link Kind#MOVED}
 * @param reason what held it or why it was refused, or what the person wrote
 */
public record PlanEvent(Kind kind, Instant at, Optional<Instant> to, Optional<String> reason) {

  /** As publishing tells them. */
  public enum Kind {
    MOVED,
    RETRIED,
    MISSED,
    FAILED,
    CANCELLED,
    REMOVED
  }
}
