package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.kernel.Page;
import id.gaung.kernel.Rupiah;

/**
 * The offers of a campaign.
 *
 * @param promised the fees of open and accepted offers
 */
public record OffersPage(Campaign campaign, Page<OfferRow> rows, Rupiah promised) {

  public boolean mayInvite() {
    return campaign.state().takesOffers();
  }
}
