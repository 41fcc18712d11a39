package id.gaung.collaboration;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What staff offer.
 *
 * @param respondBy in WITA; three times 24 hours from now if it is left out
 * @param version of the offer that was read, when changing one
 */
public record OfferDraft(
    @NotNull UUID creatorId,
    @NotNull Rupiah fee,
    @Size(max = 2000) String message,
    Optional<LocalDateTime> respondBy,
    @NotNull LocalDate workEndsOn,
    List<@NotNull DeliverablePlan> deliverables,
    Optional<Integer> version) {

  static final Duration TIME_TO_RESPOND = Duration.ofDays(3);

  static final int MAX_DELIVERABLES = 20;

  Instant respondBy(Instant now) {
    return respondBy.map(Wita::instant).orElse(now.plus(TIME_TO_RESPOND));
  }

  OfferDraft with(List<DeliverablePlan> plans) {
    return new OfferDraft(creatorId, fee, message, respondBy, workEndsOn, plans, version);
  }
}
