package id.gaung.publishing;

import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep.Draft;
import id.gaung.platform.PublishStep.HandedOver;
import id.gaung.publishing.QueueDao.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A draft in the network's app helps whoever ends the post there; nothing waits long for it, and
 * nothing is missed because of it: the person gets the post and is told what came of it. Pure.
 */
final class HandOverAnyway {

  /** Large videos are sent in that time over a poor line; the person waits for the post. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Failure NO_LOGIN = Failure.of(Failure.Kind.RECONNECT, "not-connected", "");

  private final Duration patience;

  /**
   * @param grace how late a post may still go out
   */
  HandOverAnyway(Duration grace) {
    Duration half = grace.dividedBy(2);
    this.patience = half.compareTo(PATIENCE) < 0 ? half : PATIENCE;
  }

  /** Of an account whose drafts nobody can put anywhere. */
  static Outcome withoutLogin(Claimed r, Outcome outcome) {
    return outcome.state() == RenditionState.HANDED_OVER
        ? OutcomeRules.handedOver(r, new HandedOver(Draft.REFUSED, Optional.of(NO_LOGIN)))
        : outcome;
  }

  /**
   * @param firstAttemptAt when the first attempt began
   * @return the outcome itself while a draft may still come in time
   */
  Outcome of(Claimed r, Outcome outcome, Instant firstAttemptAt) {
    Instant from = r.graceFrom().isAfter(firstAttemptAt) ? r.graceFrom() : firstAttemptAt;
    return switch (outcome.state()) {
      case RETRYING ->
          outcome.nextAt().filter(next -> next.isAfter(from.plus(patience))).isPresent()
              ? over(r, outcome)
              : outcome;
      case FAILED, MISSED, UNCERTAIN -> over(r, outcome);
      default -> outcome;
    };
  }

  /** What was refused for certain is no draft; of all else nobody knows. */
  private static Outcome over(Claimed r, Outcome outcome) {
    boolean lost =
        outcome.state() == RenditionState.MISSED
            && outcome.failure().filter(f -> f.kind() == Failure.Kind.TRANSIENT).isPresent();
    boolean certain =
        outcome.state() != RenditionState.UNCERTAIN
            && !outcome.outcome().equals(OutcomeRules.WAITING)
            && outcome.checkpoint().isStart()
            && !lost;
    Failure unfinished = Failure.of(Failure.Kind.TRANSIENT, "draft-unfinished", "");
    Optional<Failure> why = outcome.failure().or(() -> Optional.of(unfinished));
    return OutcomeRules.handedOver(
        r, new HandedOver(certain ? Draft.REFUSED : Draft.UNCERTAIN, why));
  }
}
