package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.creator.Creator;
import id.gaung.web.Form;
import java.util.Optional;

/**
 * The form of an offer.
 *
 * @param offer being changed; empty for a new one
 * @param lines how many deliverables the form has room for
 */
public record OfferFormPage(
    Campaign campaign, Creator creator, Optional<Offer> offer, Form form, int lines) {

  public String action() {
    return offer.map(o -> "/offers/" + o.id()).orElse("/campaigns/" + campaign.id() + "/offers");
  }

  /** Where cancelling leads. */
  public String back() {
    return offer.map(o -> "/offers/" + o.id()).orElse("/campaigns/" + campaign.id() + "/offers");
  }
}
