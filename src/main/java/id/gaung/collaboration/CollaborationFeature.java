package id.gaung.collaboration;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.collaboration.Submissions.UploadKey;
import id.gaung.creator.Creators;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.mail.MailFeature;
import id.gaung.media.MediaFeature;
import id.gaung.media.UploadDoor;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Wires offers, their links, deliverables and reviews. */
public final class CollaborationFeature {

  private final Foundation foundation;
  private final Campaigns campaigns;
  private final Creators creators;
  private final MediaFeature media;
  private final Briefs briefs;
  private final URI publicUrl;
  private final Offers offers;
  private final Invitations invitations;
  private final Products products;
  private final SentOffers sent;
  private final OfferLinks links;
  private final Submissions submissions;
  private final Reviews reviews;
  private final Deliverables deliverables;
  private final OfferDeadlines deadlines;
  private final OfferMails mails;
  private DraftFit fit = (caption, media) -> List.of();

  /**
   * @param publicUrl the address of Gaung as creators reach it
   * @param linkKey at least 32 secret bytes; another key kills every link
   */
  public CollaborationFeature(
      Foundation foundation,
      IdentityFeature identity,
      CampaignFeature campaign,
      Products products,
      Creators creators,
      MediaFeature media,
      URI publicUrl,
      byte[] linkKey) {
    this.foundation = foundation;
    this.campaigns = campaign.campaigns();
    this.briefs = campaign.briefs();
    this.creators = creators;
    this.media = media;
    this.publicUrl = publicUrl;
    LinkKey key = new LinkKey(linkKey);
    mails = new OfferMails(foundation, campaigns, identity.people(), key, publicUrl);
    OfferTermsBook terms = new OfferTermsBook(foundation, identity);
    this.products = campaign.products();
    this.offers = new Offers(foundation, campaigns, briefs, creators, terms, mails);
    this.invitations = new Invitations(foundation, campaigns, briefs, creators, terms, mails);
    this.sent = new SentOffers(foundation, campaigns, mails);
    this.links =
        new OfferLinks(foundation, key, campaigns, briefs, creators, products, terms, mails);
    this.submissions =
        new Submissions(foundation, links, media.photos(), media.library(), new UploadKey(linkKey));
    this.reviews = new Reviews(foundation, mails);
    this.deliverables = new Deliverables(foundation, campaigns, creators);
    this.deadlines = new OfferDeadlines(foundation);
    campaign.steps().listen(deadlines);
  }

  /** Called by the wiring, before anything runs. */
  public void fitsBy(DraftFit draftFit) {
    this.fit = draftFit;
  }

  /** By what creators and staff are told; called by the wiring, before anything runs. */
  public void tellBy(MailFeature mail) {
    mails.by(mail, creators);
  }

  public Offers offers() {
    return offers;
  }

  public Invitations invitations() {
    return invitations;
  }

  public SentOffers sent() {
    return sent;
  }

  public OfferLinks links() {
    return links;
  }

  public Submissions submissions() {
    return submissions;
  }

  public Reviews reviews() {
    return reviews;
  }

  public Deliverables deliverables() {
    return deliverables;
  }

  /** The door by which creators send photos and videos in parts. */
  public void register(JerseyEnvironment jersey, UploadDoor uploads) {
    jersey.register(new OfferMediaResource(links, submissions, uploads));
  }

  /**
   * Registers the doors.
   *
   * @param social what is known above of accounts and posts
   */
  public void register(JerseyEnvironment jersey, SocialSide social) {
    InvitationText text = new InvitationText(links, publicUrl);
    jersey.register(
        new CampaignOffersPages(campaigns, creators, offers, text, social, foundation.clock()));
    jersey.register(new InvitationChoicePages(campaigns, foundation.clock()));
    jersey.register(
        new InvitationsPages(
            campaigns, creators, products, offers, invitations, social, text, foundation.clock()));
    jersey.register(
        new OfferPages(
            offers,
            sent,
            new OfferShow(
                foundation, offers, deliverables, campaigns, briefs, creators, text, social)));
    jersey.register(new ReviewPages(deliverables, foundation.clock()));
    jersey.register(new DeliverablePages(deliverables, reviews, offers, briefs, fit, foundation));
    jersey.register(new LinkBeforeFileFeature(links));
    jersey.register(new PublicOfferPages(links, submissions, media, social));
    jersey.register(
        new MePages(offers, links, submissions, campaigns, creators, social, foundation.clock()));
    jersey.register(new CampaignOffersResource(offers));
    jersey.register(
        new OfferResource(offers, sent, new OfferInvitations(text, offers, campaigns, creators)));
    jersey.register(new ReviewsResource(deliverables));
    jersey.register(new DeliverableResource(reviews));
    jersey.register(new OfferLinkResource(links, submissions));
  }

  public List<NavItem> nav() {
    WorkCounts work = new WorkCounts(foundation.jdbi());
    return List.of(
        NavItem.of(
                NavItem.Group.WORK, "review", "collaboration.nav.reviews", "/reviews", Role.STAFF)
            .with("/deliverables")
            .onPhone(2)
            .counting(viewer -> work.ofStaff().drafts()),
        NavItem.of(NavItem.Group.WORK, "review", "collaboration.nav.me", "/me", Role.CREATOR)
            .onPhone(1));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(deadlines.job(), Duration.ofMinutes(1)));
  }
}
