package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.campaign.HistoryLine;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import id.gaung.web.View;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts the pages of one offer together. */
final class OfferShow {

  private final Foundation foundation;
  private final Offers offers;
  private final Deliverables deliverables;
  private final Campaigns campaigns;
  private final Briefs briefs;
  private final Creators creators;
  private final InvitationText invitation;
  private final SocialSide social;

  OfferShow(
      Foundation foundation,
      Offers offers,
      Deliverables deliverables,
      Campaigns campaigns,
      Briefs briefs,
      Creators creators,
      InvitationText invitation,
      SocialSide social) {
    this.social = social;
    this.foundation = foundation;
    this.offers = offers;
    this.deliverables = deliverables;
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.creators = creators;
    this.invitation = invitation;
  }

  View page(UUID id, Form form) {
    Offer offer = offers.get(id);
    Campaign campaign = campaigns.get(offer.campaignId());
    Creator creator = creator(offer);
    if (form.value("respondBy").isEmpty()) {
      form.with("respondBy", OfferForm.minutes(offer.respondBy().plus(Duration.ofDays(1))));
    }
    Optional<Offer> linked = Optional.of(offer).filter(o -> o.state().hasLink());
    List<Deliverable> work = offers.deliverables(id);
    return new View(
        "collaboration/offer_show.jte",
        new OfferPages.Show(
            offer,
            campaign,
            creator,
            briefs.version(offer.briefVersionId()).orElseThrow(Problem::notFound),
            briefs.current(campaign.id()).map(BriefVersion::number).orElse(0),
            work,
            deliverables.newest(work.stream().map(Deliverable::id).toList()),
            linked.map(o -> invitation.link(o).toString()),
            linked.map(o -> invitation.whatsApp(o, creator, campaign, work)).map(URI::toString),
            form,
            foundation.audit().about("offer", id).stream()
                .map(event -> HistoryLine.of("collaboration", event, true))
                .toList(),
            foundation.clock().instant()));
  }

  /** The form of a change that was refused. */
  View again(UUID id, Form form) {
    return form(id, form.against(OfferForm.of(offers.get(id), offers.deliverables(id)), "version"));
  }

  View form(UUID id, Form form) {
    Offer offer = offers.get(id);
    List<Deliverable> work = offers.deliverables(id);
    return new View(
        "collaboration/offer_form.jte",
        new CampaignOffersPages.Editor(
            campaigns.get(offer.campaignId()),
            creator(offer),
            Optional.of(offer),
            form,
            Math.max(OfferForm.lines(form), work.size()),
            choices(
                Stream.concat(
                        social.networks().stream(),
                        work.stream().flatMap(d -> d.meantFor().stream()))
                    .toList())));
  }

  /** Networks to tick, name to label; each once. */
  static Map<String, String> choices(Collection<Network> networks) {
    Map<String, String> choices = new LinkedHashMap<>();
    networks.stream().sorted().forEach(network -> choices.put(network.name(), network.label()));
    return choices;
  }

  private Creator creator(Offer offer) {
    return creators.find(offer.creatorId()).orElseThrow(Problem::notFound);
  }
}
