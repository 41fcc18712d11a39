package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Offers as staff read, make and send them. What was sent is changed through {@link SentOffers};
 * creators answer through {@link OfferLinks}.
 */
public final class Offers {

  private final OfferDao dao;
  private final DeliverableDao deliverables;
  private final Foundation foundation;
  private final OfferLocks held;
  private final Briefs briefs;
  private final Creators creators;
  private final OfferTermsBook terms;
  private final OfferMails mails;

  Offers(
      Foundation foundation,
      Campaigns campaigns,
      Briefs briefs,
      Creators creators,
      OfferTermsBook terms,
      OfferMails mails) {
    this.mails = mails;
    this.terms = terms;
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.deliverables = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.held = new OfferLocks(foundation, campaigns);
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
  /** The contents asked for in each of the offers. */
  Map<UUID, List<Deliverable>> deliverables(Collection<UUID> offerIds) {
    return deliverables.ofOffers(offerIds).stream()
        .collect(Collectors.groupingBy(Deliverable::offerId));
  }

  public List<Deliverable> deliverables(UUID offerId) {
    return deliverables.ofOffers(List.of(offerId));
  }

  /** The offers of a campaign, newest first. */
  public Page<Offer> ofCampaign(UUID campaignId, int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        dao.ofCampaign(campaignId, asked.size(), asked.offset()), dao.countOfCampaign(campaignId));
  }

  /** The offers a creator was sent, newest first. */
  public Page<Offer> ofCreator(UUID creatorId, int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        dao.ofCreator(creatorId, asked.size(), asked.offset()), dao.countOfCreator(creatorId));
  }

  /** The fees of a campaign's open and accepted offers. */
  public Rupiah promised(UUID campaignId) {
    return dao.promised(campaignId);
  }

  /** A draft of an offer to a creator. */
  public UUID draft(Actor by, UUID campaignId, DraftOffer draft) {
    Permissions.require(by, Role.STAFF);
    return foundation
        .transactions()
        .call(
            () -> {
              Campaign campaign = held.takingOffers(campaignId);
              Creator creator =
                  creators
                      .find(draft.creatorId())
                      .filter(Creator::active)
                      .orElseThrow(
                          () -> Problem.invalid("creatorId", "collaboration.creator-unknown"));
              check(draft, campaign);
              BriefVersion brief = briefs.current(campaignId).orElseThrow(Problem::notFound);
              UUID id = foundation.ids().next();
              Offer offer = draft.offer(id, campaignId, brief.id(), by.id().orElseThrow(), now());
              if (dao.insert(offer) == 0) {
                throw Problem.conflict("collaboration.already-invited", creator.name());
              }
              deliverables.insert(draft.planned(offer, foundation.ids()));
              record(Change.of(by, "offer.drafted", "offer", offer.id()));
              return offer.id();
            });
  }

  /** Changes a draft; its creator stays. */
  public void change(Actor by, UUID id, DraftOffer draft) {
    Permissions.require(by, Role.STAFF);
    if (draft.version().isEmpty()) {
      throw Problem.invalid("version", "field.notnull");
    }
    foundation
        .transactions()
        .run(
            () -> {
              Campaign campaign = held.takingOffers(get(id).campaignId());
              Offer offer = held.lock(id, draft.version(), state -> state == OfferState.DRAFT);
              check(draft, campaign);
              dao.change(
                  id,
                  draft.fee(),
                  draft.message().strip(),
                  draft.respondBy(now()),
                  draft.workEndsOn());
              deliverables.deleteOf(id);
              deliverables.insert(draft.planned(offer, foundation.ids()));
              record(Change.of(by, "offer.changed", "offer", id));
            });
  }

  /** Sends a draft with the newest version of the brief; from now on its link opens it. */
  public void send(Actor by, UUID id, TakeOfferStep order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              Campaign campaign = held.takingOffers(get(id).campaignId());
              Offer offer =
                  held.lock(id, order.version(), state -> state.canBecome(OfferState.SENT));
              if (!offer.respondBy().isAfter(now())) {
                throw Problem.conflict("collaboration.respond-by-over");
              }
              BriefVersion brief =
                  briefs.current(offer.campaignId()).orElseThrow(Problem::notFound);
              dao.send(id, brief.id(), now());
              terms.write(offer, by.id().orElseThrow());
              mails.sent(List.of(offer), campaign);
              record(
                  Change.of(by, "offer.sent", "offer", id)
                      .moving(offer.state(), OfferState.SENT)
                      .with("brief", brief.number())
                      .with("fee", offer.fee().amount()));
            });
  }

  private void check(DraftOffer draft, Campaign campaign) {
    List<FieldError> errors = OfferRule.broken(new OfferRule.Case(draft, campaign, now()));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private void record(Change change) {
    foundation.audit().record(change);
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
