package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Campaigns and offers whose rows the caller's transaction holds, so that what is asked of them
 * stays true until it ends; the campaign is held before the offer.
 */
final class OfferLocks {

  private final OfferDao dao;
  private final Campaigns campaigns;
  private final Foundation foundation;

  OfferLocks(Foundation foundation, Campaigns campaigns) {
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.campaigns = campaigns;
    this.foundation = foundation;
  }

  /**
   * @throws Problem conflict if the campaign's state takes no offers, or its last day is over
   */
  Campaign takingOffers(UUID campaignId) {
    Campaign campaign = campaigns.hold(campaignId);
    boolean takes = campaign.state().takesOffers();
    if (!takes || campaign.isOver(Wita.date(now()))) {
      throw Problem.conflict(
          "collaboration.campaign." + (takes ? CampaignState.COMPLETED : campaign.state()));
    }
    return campaign;
  }

  /**
   * @param read the version that the caller has seen
   * @param takes the states from which what is asked for can be done
   * @throws Problem conflict, with where the offer stands, if it is in none of them; stale if it
   *     was changed since it was read
   */
  Offer lock(UUID id, Optional<Integer> read, Predicate<OfferState> takes) {
    Offer offer = dao.lock(id).orElseThrow(Problem::notFound);
    // What changed meanwhile is told by the offer's state where the state is what changed.
    if (!takes.test(offer.state())) {
      throw refused(offer);
    }
    if (read.filter(version -> version != offer.version()).isPresent()) {
      throw Problem.stale();
    }
    return offer;
  }

  /** Says where the offer stands, and so why it cannot be. */
  Problem refused(Offer offer) {
    // The clock has decided, although the job has not come round.
    boolean over = offer.state().isOpen() && !offer.isAnswerable(now());
    return Problem.conflict("collaboration.refused." + (over ? OfferState.EXPIRED : offer.state()));
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
