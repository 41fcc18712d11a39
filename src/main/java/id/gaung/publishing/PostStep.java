package id.gaung.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A step of a post's history, on one or more of its accounts.
 *
 * @param kind as of the plan's lines: PLANNED, MOVED, APPROVED, RETRIED, MISSED, FAILED, CANCELLED,
 *     REMOVED; and PUBLISHED, TAKEN_AWAY
 * @param reason a code, or a person's words
 */
public record PostStep(
    Instant at,
    String kind,
    Optional<Instant> dueTo,
    String byName,
    Optional<String> reason,
    long accounts) {

  /** The key of its sentence. */
  public String key() {
    return isAtOnce()
        ? "publishing.trail.now"
        : "publishing.trail." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it was given the time at which that was done. */
  private boolean isAtOnce() {
    return kind.equals("MOVED")
        && dueTo.filter(to -> Duration.between(to, at).abs().toSeconds() < 2).isPresent();
  }
}
