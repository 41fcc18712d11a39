package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignListener;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

  /** What the clock ends; an offer and a deliverable never have the same id. */
  private record Overdue(UUID id, boolean offer) {}

  /**
   * Expires open offers whose respond-by has come, and marks as missed what was not delivered by
   * the end of the work.
   */
  Job job() {
    return ForEach.of(
        "collaboration-deadlines",
        foundation.clock(),
        this::overdue,
        due -> {
          if (due.offer()) {
            expire(due.id());
          } else {
            miss(due.id());
          }
        });
  }

  private List<Overdue> overdue() {
    return Stream.concat(
            dao.overdue(now()).stream().map(id -> new Overdue(id, true)),
            deliverables.overdue(Wita.date(now())).stream().map(id -> new Overdue(id, false)))
        .toList();
  }

  private void expire(UUID id) {
    foundation
        .transactions()
        .run(
            () ->
                dao.lock(id)
                    // Answered or extended since the list was read.
                    .filter(o -> o.state().isOpen() && !o.isAnswerable(now()))
                    .ifPresent(offer -> end(CLOCK, offer, OfferState.EXPIRED)));
  }

  private void miss(UUID id) {
    foundation
        .transactions()
        .run(
            () ->
                deliverables.lock(List.of(id)).stream()
                    .filter(d -> d.state().awaitsDraft())
                    .forEach(this::miss));
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
