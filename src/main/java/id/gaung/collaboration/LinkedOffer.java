package id.gaung.collaboration;

import id.gaung.campaign.BriefSection;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Campaign;
import id.gaung.creator.Creator;
import id.gaung.kernel.Actor;

/** What a link leads to. */
public record LinkedOffer(
    Offer offer,
    LinkState standing,
    Campaign campaign,
    BriefVersion brief,
    Creator creator,
    OfferTerms terms) {

  /** Whom to ask: the officer of the offer with their number, else whom the brief names. */
  public String contact() {
    return terms
        .officerPhone()
        .map(phone -> terms.officer() + ", WhatsApp " + phone.spoken())
        .orElseGet(() -> BriefSection.CONTACT.in(brief.sections()));
  }

  /** Whoever has the link acts as the creator. */
  public Actor actor() {
    return Actor.creatorByLink(creator.id(), creator.name());
  }
}
