package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.identity.People;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.mail.Addressee;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailKind;
import id.gaung.mail.Mails;
import id.gaung.mail.WriteMail;
import id.gaung.mail.WriteMail.To;
import id.gaung.web.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells creators of their invitations and of changes that are asked for, and staff of answers and
 * drafts; joins the caller's transaction. Silent until the wiring says by what.
 */
final class OfferMails {

  private static final Duration DAYS = Duration.ofDays(14);

  private final Foundation foundation;
  private final OfferDao offers;
  private final Campaigns campaigns;
  private final People people;
  private final LinkKey key;
  private final String publicUrl;
  private Optional<Mails> mails = Optional.empty();

  OfferMails(
      Foundation foundation, Campaigns campaigns, People people, LinkKey key, URI publicUrl) {
    this.foundation = foundation;
    this.offers = foundation.jdbi().onDemand(OfferDao.class);
    this.campaigns = campaigns;
    this.people = people;
    this.key = key;
    this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
  }

  void by(MailFeature mail, Creators creators) {
    mails = Optional.of(mail.mails());
    mail.creatorsIn(
        ids -> {
          Map<UUID, Addressee> found = new HashMap<>();
          creators.find(ids).forEach((id, creator) -> found.put(id, addressee(creator)));
          return found;
        });
  }

  private static Addressee addressee(Creator creator) {
    return new Addressee(
        creator.name(),
        creator.email(),
        Optional.of(creator.whatsapp()),
        Language.ID,
        creator.personId(),
        creator.active());
  }

  /** They were sent just now. */
  void sent(List<Offer> sent, Campaign campaign) {
    mails.ifPresent(
        outbox ->
            outbox.write(
                sent.stream()
                    .map(
                        offer ->
                            new WriteMail(
                                MailKind.OFFER_SENT,
                                To.creator(offer.creatorId()),
                                about(offer.id()) + offer.linkNumber(),
                                List.of(campaign.name(), offer.respondBy()),
                                link(offer, ""),
                                offer.respondBy()))
                    .toList()));
  }

  /** Its link is another one from now on. */
  void linkRenewed(UUID offerId) {
    over(offerId);
    Offer offer = offers.find(offerId).orElseThrow(Problem::notFound);
    if (offer.state().isOpen()) {
      sent(List.of(offer), campaigns.get(offer.campaignId()));
    }
  }

  /** It is answered or taken back: nobody needs to be told of it any more. */
  void over(UUID offerId) {
    mails.ifPresent(outbox -> outbox.settle(about(offerId)));
  }

  /** To whoever made the offer. */
  void answered(LinkedOffer linked) {
    over(linked.offer().id());
    tell(
        MailKind.OFFER_ANSWERED,
        List.of(linked.offer().createdBy()),
        "offer-answered:" + linked.offer().id() + ":",
        List.of(linked.campaign().name()),
        "/offers/" + linked.offer().id());
  }

  /** To whoever made the offer; to all staff if that person is none any more. */
  void submitted(LinkedOffer linked, Deliverable deliverable, int round) {
    mails.ifPresent(outbox -> outbox.settle("revision-asked:" + deliverable.id() + ":"));
    List<UUID> staff = people.holding(Role.STAFF);
    UUID maker = linked.offer().createdBy();
    tell(
        MailKind.DRAFT_TO_REVIEW,
        staff.contains(maker) ? List.of(maker) : staff,
        "draft-to-review:" + deliverable.id() + ":" + round,
        List.of(deliverable.title(), linked.campaign().name()),
        "/deliverables/" + deliverable.id());
  }

  /** The draft was looked at. */
  void reviewed(Deliverable deliverable) {
    mails.ifPresent(outbox -> outbox.settle("draft-to-review:" + deliverable.id() + ":"));
  }

  /** To the creator, whose link leads to the notes. */
  void revisionAsked(Deliverable deliverable) {
    Offer offer = offers.find(deliverable.offerId()).orElseThrow(Problem::notFound);
    mails.ifPresent(
        outbox ->
            outbox.write(
                List.of(
                    new WriteMail(
                        MailKind.REVISION_ASKED,
                        To.creator(deliverable.creatorId()),
                        "revision-asked:" + deliverable.id() + ":" + deliverable.round(),
                        List.of(deliverable.title(), campaigns.get(offer.campaignId()).name()),
                        link(offer, "/deliverables/" + deliverable.id()),
                        offer.endOfWork()))));
  }

  private void tell(
      MailKind kind, List<UUID> readers, String about, List<Object> args, String page) {
    Instant until = foundation.clock().instant().plus(DAYS);
    mails.ifPresent(
        outbox ->
            outbox.write(
                readers.stream()
                    .map(
                        reader ->
                            new WriteMail(
                                kind, To.person(reader), about, args, outbox.page(page), until))
                    .toList()));
  }

  private static String about(UUID offerId) {
    return "offer-sent:" + offerId + ":";
  }

  private URI link(Offer offer, String below) {
    return URI.create(publicUrl + "/o/" + key.token(offer.id(), offer.linkNumber()) + below);
  }
}
