package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignListener;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What ends by the clock, or with its campaign. */
final class OfferDeadlines implements CampaignListener {

  private static final Actor CLOCK = Actor.system("collaboration");
  private static final List<String> UNFINISHED =
      Arrays.stream(DeliverableState.values())
          .filter(DeliverableState::isUnfinished)
          .map(Enum::name)
          .toList();

  private final OfferDao dao;
  private final DeliverableDao deliverables;
  private final Foundation foundation;

  OfferDeadlines(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.deliverables = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
  }

  /** Expires open offers whose respond-by has come. */
  void expire() {
    for (UUID id : dao.overdue(now())) {
      foundation
          .transactions()
          .run(
              () ->
                  dao.lock(id)
                      // Answered or extended since the list was read.
                      .filter(o -> o.state().isOpen() && !o.isAnswerable(now()))
                      .ifPresent(offer -> end(CLOCK, offer, OfferState.EXPIRED)));
    }
  }

  /** Marks as missed what was not delivered by the end of the work. */
  void miss() {
    for (UUID id : deliverables.overdue(Wita.date(now()))) {
      foundation
          .transactions()
          .run(
              () ->
                  deliverables.lock(List.of(id)).stream()
                      .filter(d -> d.state().awaitsDraft())
                      .forEach(this::miss));
    }
  }

  private void miss(Deliverable deliverable) {
    deliverables.moveAll(List.of(deliverable.id()), DeliverableState.MISSED);
    foundation
        .audit()
        .record(
            Change.of(CLOCK, "deliverable.missed", "deliverable", deliverable.id())
                .moving(deliverable.state(), DeliverableState.MISSED));
  }

  @Override
  public void cancelled(UUID campaignId, Actor by) {
    for (Offer offer : dao.lockUnanswered(campaignId)) {
      end(by, offer, offer.state().isOpen() ? OfferState.EXPIRED : OfferState.WITHDRAWN);
    }
  }

  @Override
  public Optional<String> blocksClosing(UUID campaignId) {
    if (dao.hasOpen(campaignId)) {
      return Optional.of("collaboration.blocks.open-offers");
    }
    return deliverables.existsIn(campaignId, UNFINISHED)
        ? Optional.of("collaboration.blocks.unfinished")
        : Optional.empty();
  }

  private void end(Actor by, Offer offer, OfferState to) {
    dao.end(offer.id(), to, now());
    String action = to == OfferState.EXPIRED ? "offer.expired" : "offer.withdrawn";
    foundation.audit().record(Change.of(by, action, "offer", offer.id()).moving(offer.state(), to));
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
