package id.gaung.collaboration;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer to a creator.
 *
 * @param briefVersionId the version the creator reads and accepts; fixed when the offer is sent
 * @param respondBy from this instant on it can no longer be accepted
 * @param workEndsOn the last day of the work, WITA; the link opens nothing after it
 * @param linkNumber of the link that opens it; older ones are dead
 * @param extended whether respond-by was extended, which happens once
 */
public record Offer(
    UUID id,
    UUID campaignId,
    UUID briefVersionId,
    UUID creatorId,
    OfferState state,
    Rupiah fee,
    String message,
    Instant respondBy,
    LocalDate workEndsOn,
    int linkNumber,
    boolean extended,
    UUID createdBy,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Instant> viewedAt,
    Optional<Instant> decidedAt,
    Optional<String> declineReason,
    Optional<String> acceptedName,
    Optional<String> acceptedBriefSha256,
    int version) {

  /** The first instant after the last day of work. */
  public Instant endOfWork() {
    return Wita.startOf(workEndsOn.plusDays(1));
  }

  /** Whether it waits for an answer that can still come. */
  public boolean isAnswerable(Instant now) {
    return state.isOpen() && now.isBefore(respondBy);
  }
}
