package id.gaung.collaboration;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer as the API tells staff.
 *
 * @param deliverables left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OfferAnswer(
    UUID id,
    UUID campaignId,
    UUID creatorId,
    UUID briefVersionId,
    OfferState state,
    Rupiah fee,
    String message,
    Instant respondBy,
    LocalDate workEndsOn,
    boolean extended,
    Optional<Instant> sentAt,
    Optional<Instant> viewedAt,
    Optional<Instant> decidedAt,
    Optional<String> declineReason,
    Optional<String> acceptedName,
    Optional<String> acceptedBriefSha256,
    Optional<List<DeliverableAnswer>> deliverables,
    int version) {

  static OfferAnswer from(Offer offer, Optional<List<DeliverableAnswer>> deliverables) {
    return new OfferAnswer(
        offer.id(),
        offer.campaignId(),
        offer.creatorId(),
        offer.briefVersionId(),
        offer.state(),
        offer.fee(),
        offer.message(),
        offer.respondBy(),
        offer.workEndsOn(),
        offer.extended(),
        offer.sentAt(),
        offer.viewedAt(),
        offer.decidedAt(),
        offer.declineReason(),
        offer.acceptedName(),
        offer.acceptedBriefSha256(),
        deliverables,
        offer.version());
  }
}
