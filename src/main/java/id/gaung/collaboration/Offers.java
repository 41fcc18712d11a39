package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Offers as staff make them. Creators answer through {@link OfferLinks}. */
public final class Offers {

  private final OfferDao dao;
  private final DeliverableDao deliverables;
  private final Foundation foundation;
  private final Campaigns campaigns;
  private final Briefs briefs;
  private final Creators creators;

  Offers(Foundation foundation, Campaigns campaigns, Briefs briefs, Creators creators) {
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.deliverables = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.creators = creators;
  }

  public Optional<Offer> find(UUID id) {
    return dao.find(id);
  }

  /**
   * @throws Problem not found
   */
  public Offer get(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  /** What the offer asks for, in its order. */
  public List<Deliverable> deliverables(UUID offerId) {
    return deliverables.ofOffers(List.of(offerId));
  }

  /** The offers of a campaign, newest first. */
  public Page<Offer> ofCampaign(UUID campaignId, int page) {
    int size = Page.DEFAULT_SIZE;
    return new Page<>(
        dao.ofCampaign(campaignId, size, Page.offset(page, size)),
        Math.max(1, page),
        size,
        dao.countOfCampaign(campaignId));
  }

  /** The offers a creator was sent, newest first. */
  public Page<Offer> ofCreator(UUID creatorId, int page) {
    int size = Page.DEFAULT_SIZE;
    return new Page<>(
        dao.ofCreator(creatorId, size, Page.offset(page, size)),
        Math.max(1, page),
        size,
        dao.countOfCreator(creatorId));
  }

  /** The fees of a campaign's open and accepted offers. */
  public Rupiah promised(UUID campaignId) {
    return dao.promised(campaignId);
  }

  /** A draft of an offer to a creator. */
  public UUID draft(Actor by, UUID campaignId, OfferDraft draft) {
    Staff.require(by);
    return foundation
        .transactions()
        .call(
            () -> {
              Campaign campaign = takingOffers(campaignId);
              Creator creator =
                  creators
                      .find(draft.creatorId())
                      .filter(Creator::active)
                      .orElseThrow(
                          () -> Problem.invalid("creatorId", "collaboration.creator-unknown"));
              check(draft, campaign);
              Offer offer = offer(by, campaignId, draft);
              if (dao.insert(offer) == 0) {
                throw Problem.conflict("collaboration.already-invited", creator.name());
              }
              deliverables.insert(planned(offer, draft));
              record(Change.of(by, "offer.drafted", "offer", offer.id()));
              return offer.id();
            });
  }

  /** Changes a draft; its creator stays. */
  public void change(Actor by, UUID id, OfferDraft draft) {
    Staff.require(by);
    foundation
        .transactions()
        .run(
            () -> {
              Campaign campaign = takingOffers(get(id).campaignId());
              Offer offer = lock(id, draft.version());
              if (offer.state() != OfferState.DRAFT) {
                throw refused(offer);
              }
              check(draft, campaign);
              dao.change(
                  id,
                  draft.fee(),
                  draft.message().strip(),
                  draft.respondBy(now()),
                  draft.workEndsOn());
              deliverables.deleteOf(id);
              deliverables.insert(planned(offer, draft));
              record(Change.of(by, "offer.changed", "offer", id));
            });
  }

  /** Sends a draft with the newest version of the brief; from now on its link opens it. */
  public void send(Actor by, UUID id, OfferOrder order) {
    Staff.require(by);
    foundation
        .transactions()
        .run(
            () -> {
              takingOffers(get(id).campaignId());
              Offer offer = lock(id, order.version());
              step(offer, OfferState.SENT);
              if (!offer.respondBy().isAfter(now())) {
                throw Problem.conflict("collaboration.respond-by-over");
              }
              BriefVersion brief =
                  briefs.current(offer.campaignId()).orElseThrow(Problem::notFound);
              dao.send(id, brief.id(), now());
              record(
                  Change.of(by, "offer.sent", "offer", id)
                      .moving(offer.state(), OfferState.SENT)
                      .with("brief", brief.number())
                      .with("fee", offer.fee().amount()));
            });
  }

  /** Takes an offer back, before it is accepted. */
  public void withdraw(Actor by, UUID id, OfferOrder order) {
    Staff.require(by);
    foundation
        .transactions()
        .run(
            () -> {
              Offer offer = lock(id, order.version());
              step(offer, OfferState.WITHDRAWN);
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
              Offer offer = lock(id, extension.version());
              if (!offer.isAnswerable(now())) {
                throw refused(offer);
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
              Offer offer = lock(id, order.version());
              if (!offer.state().hasLink()) {
                throw refused(offer);
              }
              dao.renewLink(id);
              record(
                  Change.of(by, "offer.link-renewed", "offer", id)
                      .with("number", offer.linkNumber() + 1));
            });
  }

  private Campaign takingOffers(UUID campaignId) {
    Campaign campaign = campaigns.hold(campaignId);
    if (!campaign.state().takesOffers()) {
      throw Problem.conflict("collaboration.campaign." + campaign.state());
    }
    return campaign;
  }

  private void check(OfferDraft draft, Campaign campaign) {
    List<FieldError> errors = OfferRule.broken(new OfferRule.Case(draft, campaign, now()));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private Offer lock(UUID id, Optional<Integer> read) {
    Offer offer = dao.lock(id).orElseThrow(Problem::notFound);
    // What changed meanwhile is told by the offer's state where the state is what changed.
    if (read.filter(version -> version != offer.version()).isPresent()
        && offer.state() == OfferState.DRAFT) {
      throw Problem.stale();
    }
    return offer;
  }

  private void step(Offer offer, OfferState to) {
    if (!offer.state().canBecome(to)) {
      throw refused(offer);
    }
  }

  private Problem refused(Offer offer) {
    // The clock has decided, although the job has not come round.
    boolean over = offer.state().isOpen() && !offer.isAnswerable(now());
    return Problem.conflict("collaboration.refused." + (over ? OfferState.EXPIRED : offer.state()));
  }

  private Offer offer(Actor by, UUID campaignId, OfferDraft draft) {
    BriefVersion brief = briefs.current(campaignId).orElseThrow(Problem::notFound);
    return new Offer(
        foundation.ids().next(),
        campaignId,
        brief.id(),
        draft.creatorId(),
        OfferState.DRAFT,
        draft.fee(),
        draft.message().strip(),
        draft.respondBy(now()),
        draft.workEndsOn(),
        1,
        false,
        by.id().orElseThrow(),
        now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private List<Deliverable> planned(Offer offer, OfferDraft draft) {
    List<Deliverable> planned = new ArrayList<>();
    for (DeliverablePlan plan : draft.deliverables()) {
      planned.add(
          new Deliverable(
              foundation.ids().next(),
              offer.id(),
              offer.campaignId(),
              offer.creatorId(),
              planned.size() + 1,
              plan.title().strip(),
              plan.dueOn(),
              DeliverableState.ASSIGNED,
              0,
              0));
    }
    return planned;
  }

  private void record(Change change) {
    foundation.audit().record(change);
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
