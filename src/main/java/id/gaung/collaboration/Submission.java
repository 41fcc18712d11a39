package id.gaung.collaboration;

import id.gaung.campaign.Disclosure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft that a creator sent.
 *
 * @param round 1, 2, 3…
 * @param comment what staff asked for
 * @param adLine which its offer asks for as the first line
 */
public record Submission(
    UUID id,
    UUID deliverableId,
    int round,
    String caption,
    Optional<UUID> photoId,
    String altText,
    Instant submittedAt,
    Optional<ReviewDecision> decision,
    Optional<String> comment,
    Optional<UUID> decidedBy,
    Optional<Instant> decidedAt,
    String adLine) {

  /** Whether it says that it is paid, as the house rule asks. */
  public boolean isDisclosed() {
    return Disclosure.isIn(adLine, caption);
  }
}
