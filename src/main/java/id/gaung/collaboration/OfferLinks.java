package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Signer;
import id.gaung.kernel.Typed;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Offers as creators answer them: whoever has the link may read, accept or decline. */
public final class OfferLinks {

  private final OfferDao dao;
  private final Foundation foundation;
  private final LinkKey key;
  private final Campaigns campaigns;
  private final Briefs briefs;
  private final Creators creators;
  private final Products products;
  private final OfferTermsBook terms;
  private final OfferMails mails;

  OfferLinks(
      Foundation foundation,
      LinkKey key,
      Campaigns campaigns,
      Briefs briefs,
      Creators creators,
      Products products,
      OfferTermsBook terms,
      OfferMails mails) {
    this.mails = mails;
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.foundation = foundation;
    this.key = key;
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.creators = creators;
    this.products = products;
    this.terms = terms;
  }

  /** The token of the offer's link; whoever has it acts as the creator. */
  public String token(Offer offer) {
    return key.token(offer.id(), offer.linkNumber());
  }

  /** By what creators and staff are told. */
  OfferMails mails() {
    return mails;
  }

  /** The office's name as it is now. */
  String office() {
    return terms.office();
  }

  /** What the offer says of the office. */
  OfferTerms terms(Offer offer) {
    return terms.of(offer);
  }

  /** Whether the number is the office's own of today. */
  boolean isOfficial(OfferTerms said) {
    return terms.isOfficial(said);
  }

  /**
   * The products that an offer is about, in the campaign's order: those that the titles of its
   * contents name, else all of the campaign.
   */
  List<ProductSummary> products(UUID campaignId, List<WorkItem> work) {
    List<UUID> ids = campaigns.productIds(campaignId);
    Map<UUID, ProductSummary> found = products.find(ids);
    return ProductSummary.namedIn(
        ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList(),
        work.stream().map(item -> item.deliverable().title()).toList());
  }

  /**
   * What the link leads to; changes nothing.
   *
   * @throws Problem not found if no such link was ever made; gone, with what happened and whom to
   *     ask, if it is over
   */
  public LinkedOffer read(String token) {
    return readable(linked(proven(token)));
  }

  /** As {@link #read}; the first time it also marks the offer as viewed. */
  public LinkedOffer open(String token) {
    LinkedOffer linked = read(token);
    if (linked.offer().state() != OfferState.SENT) {
      return linked;
    }
    foundation
        .transactions()
        .run(
            () -> {
              if (dao.view(linked.offer().id(), now()) > 0) {
                foundation
                    .audit()
                    .record(
                        Change.of(linked.actor(), "offer.viewed", "offer", linked.offer().id())
                            .moving(OfferState.SENT, OfferState.VIEWED));
              }
            });
    return read(token);
  }

  /**
   * Accepts; binds the version of the brief that was read.
   *
   * @throws Problem gone if it was withdrawn or expired meanwhile; conflict if it was answered, if
   *     the campaign is paused, or if the page showed another brief
   */
  public void accept(String token, AcceptOffer acceptance) {
    answer(
        token,
        linked -> {
          if (linked.standing() == LinkState.PAUSED) {
            throw Problem.conflict("collaboration.link.paused", linked.contact());
          }
          if (!acceptance.briefSha256().equals(linked.brief().sha256())) {
            throw Problem.conflict("collaboration.link.brief-differs");
          }
          Offer offer = linked.offer();
          String name = Typed.name(acceptance.name());
          dao.accept(offer.id(), name, linked.brief().sha256(), now());
          foundation
              .audit()
              .record(
                  Change.of(linked.actor(), "offer.accepted", "offer", offer.id())
                      .moving(offer.state(), OfferState.ACCEPTED)
                      .with("name", name)
                      .with("brief", linked.brief().number())
                      .with("sha256", linked.brief().sha256()));
        });
  }

  /** Declines with a reason. */
  public void decline(String token, DeclineOffer refusal) {
    answer(
        token,
        linked -> {
          Offer offer = linked.offer();
          dao.decline(offer.id(), refusal.reason().strip(), now());
          foundation
              .audit()
              .record(
                  Change.of(linked.actor(), "offer.declined", "offer", offer.id())
                      .moving(offer.state(), OfferState.DECLINED)
                      .with("reason", refusal.reason().strip()));
        });
  }

  private void answer(String token, Consumer<LinkedOffer> answer) {
    foundation
        .transactions()
        .run(
            () -> {
              Offer seen = proven(token);
              // The campaign first, then the offer: the order of a campaign's cancellation.
              campaigns.hold(seen.campaignId());
              Offer offer = dao.lock(seen.id()).orElseThrow(Problem::notFound);
              prove(token, offer);
              LinkedOffer linked = readable(linked(offer));
              if (!offer.state().isOpen()) {
                throw Problem.conflict(
                    "collaboration.link.answered." + offer.state(), linked.contact());
              }
              answer.accept(linked);
              mails.answered(linked);
            });
  }

  private Offer proven(String token) {
    UUID id = Signer.claimed(token).orElseThrow(OfferLinks::unknown);
    Offer offer = dao.find(id).orElseThrow(OfferLinks::unknown);
    prove(token, offer);
    return offer;
  }

  private void prove(String token, Offer offer) {
    if (key.opens(token, offer.id(), offer.linkNumber())) {
      return;
    }
    boolean renewed =
        IntStream.range(1, offer.linkNumber())
            .anyMatch(number -> key.opens(token, offer.id(), number));
    throw renewed ? Problem.of(Problem.Kind.GONE, "collaboration.link.renewed") : unknown();
  }

  private static Problem unknown() {
    return Problem.of(Problem.Kind.NOT_FOUND, "collaboration.link.unknown");
  }

  private LinkedOffer linked(Offer offer) {
    Campaign campaign = campaigns.get(offer.campaignId());
    BriefVersion brief = briefs.version(offer.briefVersionId()).orElseThrow(Problem::notFound);
    Creator creator = creators.find(offer.creatorId()).orElseThrow(Problem::notFound);
    return new LinkedOffer(
        offer, LinkState.of(offer, campaign, now()), campaign, brief, creator, terms.of(offer));
  }

  private static LinkedOffer readable(LinkedOffer linked) {
    if (linked.standing() == LinkState.UNSENT) {
      throw unknown();
    }
    if (!linked.standing().isReadable()) {
      throw Problem.of(
          Problem.Kind.GONE, "collaboration.link." + linked.standing(), linked.contact());
    }
    return linked;
  }

  private Instant now() {
    return foundation.clock().instant();
  }

  /**
   * What a creator says when accepting.
   *
   * @param name typed by the creator, instead of a signature
   * @param briefSha256 of the brief that was on the page
   */
  public record AcceptOffer(
      @NotBlank @Size(max = 120) String name,
      @AssertTrue(message = "collaboration.tick.brief") boolean briefRead,
      @AssertTrue(message = "collaboration.tick.personal-data") boolean personalData,
      @AssertTrue(message = "collaboration.tick.disclosure") boolean disclosure,
      @NotBlank String briefSha256) {}

  /** Why a creator declines; kept. */
  public record DeclineOffer(
      @NotBlank(message = "collaboration.decline.reason-required") @Size(max = 1000)
          String reason) {}
}
