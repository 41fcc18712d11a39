package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Offers that are out: staff take one back, as they may a draft, give it more time or a new link.
 */
public final class SentOffers {

  private final OfferDao dao;
  private final Foundation foundation;
  private final OfferLocks held;

  private final OfferMails mails;

  SentOffers(Foundation foundation, Campaigns campaigns, OfferMails mails) {
    this.mails = mails;
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.foundation = foundation;
    this.held = new OfferLocks(foundation, campaigns);
  }

  /** Takes an offer back, before it is accepted. */
  public void withdraw(Actor by, UUID id, TakeOfferStep order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer =
                  held.lock(id, order.version(), state -> state.canBecome(OfferState.WITHDRAWN));
              dao.end(id, OfferState.WITHDRAWN, now());
              mails.over(id);
              Change change =
                  Change.of(by, "offer.withdrawn", "offer", id)
                      .moving(offer.state(), OfferState.WITHDRAWN);
              record(
                  order.reason().isBlank()
                      ? change
                      : change.with("reason", order.reason().strip()));
            });
  }

  /** Gives more time to respond, once. */
  public void extend(Actor by, UUID id, ExtendOffer extension) {
    Permissions.require(by, Role.STAFF);
    Instant until = Wita.instant(extension.respondBy());
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer = held.lock(id, extension.version(), OfferState::isOpen);
              if (!offer.isAnswerable(now())) {
                throw held.refused(offer);
              }
              if (offer.extended()) {
                throw Problem.conflict("collaboration.extended-already");
              }
              if (!until.isAfter(offer.respondBy())) {
                throw Problem.invalid("respondBy", "collaboration.extend-later");
              }
              if (!until.isBefore(offer.endOfWork())) {
                throw Problem.invalid("respondBy", OfferRule.RESPOND_BEFORE_WORK_ENDS.key());
              }
              dao.extend(id, until);
              record(Change.of(by, "offer.extended", "offer", id).with("until", until));
            });
  }

  /** Makes a new link; the old one is dead from now on. */
  public void renewLink(Actor by, UUID id, TakeOfferStep order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer = held.lock(id, order.version(), OfferState::hasLink);
              dao.renewLink(id);
              mails.linkRenewed(id);
              record(
                  Change.of(by, "offer.link-renewed", "offer", id)
                      .with("number", offer.linkNumber() + 1));
            });
  }

  private void record(Change change) {
    foundation.audit().record(change);
  }

  private Instant now() {
    return foundation.clock().instant();
  }

  /**
   * More time to respond.
   *
   * @param respondBy in WITA, later than before
   */
  public record ExtendOffer(
      @NotNull LocalDateTime respondBy,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {}

  /**
   * What goes with a step of an offer.
   *
   * @param version of the offer that was read; refused when it changed since. Whoever comes by a
   *     door must name it; without it the newest is meant
   */
  public record TakeOfferStep(
      @Size(max = 1000) String reason,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

    public static TakeOfferStep plain() {
      return new TakeOfferStep("", Optional.empty());
    }
  }
}
