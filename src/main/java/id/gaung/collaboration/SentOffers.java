package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.UUID;

/**
 * Offers that are out: staff take one back, as they may a draft, give it more time or a new link.
 */
public final class SentOffers {

  private final OfferDao dao;
  private final Foundation foundation;
  private final HeldOffers held;

  SentOffers(Foundation foundation, Campaigns campaigns) {
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.foundation = foundation;
    this.held = new HeldOffers(foundation, campaigns);
  }

  /** Takes an offer back, before it is accepted. */
  public void withdraw(Actor by, UUID id, OfferOrder order) {
    Staff.require(by);
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer =
                  held.lock(id, order.version(), state -> state.canBecome(OfferState.WITHDRAWN));
              dao.end(id, OfferState.WITHDRAWN, now());
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
  public void extend(Actor by, UUID id, Extension extension) {
    Staff.require(by);
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
  public void renewLink(Actor by, UUID id, OfferOrder order) {
    Staff.require(by);
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer = held.lock(id, order.version(), OfferState::hasLink);
              dao.renewLink(id);
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
}
