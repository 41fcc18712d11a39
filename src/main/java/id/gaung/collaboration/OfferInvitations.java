package id.gaung.collaboration;

import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Problem;

/** The links of offers, for staff to hand on. */
final class OfferInvitations {

  private final InvitationText text;
  private final Offers offers;
  private final Campaigns campaigns;
  private final Creators creators;

  OfferInvitations(InvitationText text, Offers offers, Campaigns campaigns, Creators creators) {
    this.text = text;
    this.offers = offers;
    this.campaigns = campaigns;
    this.creators = creators;
  }

  /**
   * @throws Problem conflict while the link opens nothing
   */
  OfferResource.LinkResponse of(Offer offer) {
    if (!offer.state().hasLink()) {
      throw Problem.conflict("collaboration.refused." + offer.state());
    }
    Creator creator = creators.find(offer.creatorId()).orElseThrow(Problem::notFound);
    return new OfferResource.LinkResponse(
        text.link(offer),
        text.whatsApp(
            offer, creator, campaigns.get(offer.campaignId()), offers.deliverables(offer.id())));
  }
}
