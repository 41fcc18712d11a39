package id.gaung.collaboration;

import id.gaung.kernel.Ids;
import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What staff offer.
 *
 * @param respondBy in WITA; the end of the third day from now if it is left out
 * @param version of the offer that was read, when changing one
 */
public record DraftOffer(
    @NotNull UUID creatorId,
    @NotNull Rupiah fee,
    @Size(max = 2000) String message,
    Optional<LocalDateTime> respondBy,
    @NotNull LocalDate workEndsOn,
    List<@NotNull DeliverablePlan> deliverables,
    Optional<Integer> version) {

  private static final int DAYS_TO_RESPOND = 3;
  private static final LocalTime END_OF_OFFICE = LocalTime.of(17, 0);

  static final int MAX_DELIVERABLES = 20;

  Instant respondBy(Instant now) {
    return respondBy.map(Wita::instant).orElseGet(() -> usualRespondBy(now));
  }

  /** Three days from now, at the hour when the office closes: nobody answers at five at night. */
  static Instant usualRespondBy(Instant now) {
    return Wita.instant(Wita.date(now).plusDays(DAYS_TO_RESPOND).atTime(END_OF_OFFICE));
  }

  /** The offer that this makes. */
  Offer offer(UUID id, UUID campaignId, UUID briefVersionId, UUID createdBy, Instant now) {
    return new Offer(
        id,
        campaignId,
        briefVersionId,
        creatorId,
        OfferState.DRAFT,
        fee,
        message.strip(),
        respondBy(now),
        workEndsOn,
        1,
        false,
        createdBy,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** What it asks for, in its order. */
  List<Deliverable> planned(Offer offer, Ids ids) {
    List<Deliverable> planned = new ArrayList<>();
    for (DeliverablePlan plan : deliverables) {
      planned.add(
          new Deliverable(
              ids.next(),
              offer.id(),
              offer.campaignId(),
              offer.creatorId(),
              planned.size() + 1,
              Typed.name(plan.title()),
              plan.dueOn(),
              plan.networks().stream().distinct().sorted().map(Network::name).toList(),
              plan.format().orElse(DeliverableFormat.ANY),
              DeliverableState.ASSIGNED,
              0,
              0));
    }
    return planned;
  }

  DraftOffer with(List<DeliverablePlan> plans) {
    return new DraftOffer(creatorId, fee, message, respondBy, workEndsOn, plans, version);
  }

  /**
   * One piece of content to ask for; its rules are among those of {@link OfferRule}.
   *
   * @param networks it is meant for; none for all on which the office publishes
   * @param format what it is to show; {@link DeliverableFormat#ANY} if it is left out
   */
  public record DeliverablePlan(
      String title, LocalDate dueOn, List<Network> networks, Optional<DeliverableFormat> format) {

    /** For all networks on which the office publishes, with photos or a video. */
    public DeliverablePlan(String title, LocalDate dueOn) {
      this(title, dueOn, List.of(), Optional.empty());
    }
  }
}
