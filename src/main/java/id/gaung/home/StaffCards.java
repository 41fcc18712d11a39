package id.gaung.home;

import id.gaung.campaign.CampaignCounts;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelCounts;
import id.gaung.channel.ChannelState;
import id.gaung.collaboration.WorkCounts;
import id.gaung.collaboration.WorkCounts.CreatorsTurn;
import id.gaung.collaboration.WorkCounts.StaffWork;
import id.gaung.collaboration.WorkCounts.UrgentOffers;
import id.gaung.kernel.Role;
import id.gaung.publishing.PausedPosts;
import id.gaung.publishing.PostCounts;
import id.gaung.publishing.PostCounts.PostWork;
import id.gaung.publishing.PostSlots.Slot;
import id.gaung.publishing.RenditionState;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for the promotion staff, and what they wait for. */
final class StaffCards implements RoleCards {

  private static final String CHANNELS = "/channels";

  private final WorkCounts work;
  private final PostCounts posts;
  private final PausedPosts paused;
  private final CampaignCounts campaignCounts;
  private final ChannelCounts channels;
  private final Campaigns campaigns;
  private final Products products;
  private final Supplier<List<Slot>> troubled;
  private final ThingCards things;
  private final Clock clock;

  /**
   * @param troubled posts that a person should look at
   */
  StaffCards(
      Jdbi jdbi,
      PausedPosts paused,
      Campaigns campaigns,
      Products products,
      Supplier<List<Slot>> troubled,
      Clock clock) {
    this.paused = paused;
    this.products = products;
    this.troubled = troubled;
    this.work = new WorkCounts(jdbi);
    this.posts = new PostCounts(jdbi);
    this.campaignCounts = jdbi.onDemand(CampaignCounts.class);
    this.channels = jdbi.onDemand(ChannelCounts.class);
    this.campaigns = campaigns;
    this.things = new ThingCards(work, campaigns);
    this.clock = clock;
  }

  @Override
  public Role role() {
    return Role.STAFF;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    Instant now = clock.instant();
    PostWork out = posts.of(viewer.id(), now);
    long blocked = channels.blocked();
    long reconnect = channels.byState().getOrDefault(ChannelState.RECONNECT, 0L);
    List<Slot> trouble =
        out.uncertain() + out.failed() + out.missed() == 0 ? List.of() : troubled.get();
    return Stream.<Stream<Optional<Card>>>of(
            Stream.of(
                out.stopped() ? Optional.of(stopped(out)) : Optional.empty(),
                things.posts("uncertain", out.uncertain(), trouble, RenditionState.UNCERTAIN),
                things.posts("failed", out.failed(), trouble, RenditionState.FAILED),
                things.posts("missed", out.missed(), trouble, RenditionState.MISSED),
                tooLate()),
            collaboration(now),
            others(viewer, now),
            Stream.of(
                Card.ifAny("post-reviews", out.toReview(), "/posts?state=IN_REVIEW"),
                CampaignLinks.card(
                    "returned", campaignCounts.returned(CampaignLinks.SHOWN), products),
                CampaignLinks.card(
                    "drafting", campaignCounts.drafts(CampaignLinks.SHOWN), products),
                Card.ifAny("reconnect", reconnect - blocked, CHANNELS),
                Card.ifAny("blocked", blocked, CHANNELS),
                Card.fact("today", out.today(), "/calendar"),
                Card.fact("published-today", out.publishedToday(), "/calendar")))
        .flatMap(cards -> cards);
  }

  /** Shown even on a day without posts: nobody should forget the switch. */
  private static Card stopped(PostWork out) {
    return new Card(
        "stopped",
        out.today() - out.publishedToday(),
        Card.Whose.READER,
        List.of(CardLink.to("/publishing")));
  }

  /** They would be missed, and nobody would know before they are. */
  private Optional<Card> tooLate() {
    List<PausedPosts.Late> late = paused.tooLate(CampaignLinks.SHOWN);
    return Card.ifAny(
        "paused-too-long",
        late.stream().mapToLong(PausedPosts.Late::total).max().orElse(0),
        Card.Whose.READER,
        late.stream().map(one -> CardLink.named(name(one), "/posts/" + one.postId())).toList());
  }

  private static String name(PausedPosts.Late one) {
    return one.excerpt().isEmpty() ? one.postId().toString() : one.excerpt();
  }

  private Stream<Optional<Card>> others(Viewer viewer, Instant now) {
    OfferCards<CreatorsTurn> turns = OfferCards.turns(work.ofCreators(now), campaigns);
    return Stream.of(
        CampaignLinks.card(
            "with-approver",
            Card.Whose.OTHERS,
            campaignCounts.withOthers(viewer.id(), viewer.is(Role.APPROVER), CampaignLinks.SHOWN),
            products),
        turns.card(
            "with-creator-answer", Card.Whose.OTHERS, CreatorsTurn::offers, CreatorsTurn::offersBy),
        turns.card(
            "with-creator-draft", Card.Whose.OTHERS, CreatorsTurn::drafts, CreatorsTurn::draftsBy),
        turns.card(
            "with-creator-change",
            Card.Whose.OTHERS,
            CreatorsTurn::changes,
            CreatorsTurn::changesBy));
  }

  private Stream<Optional<Card>> collaboration(Instant now) {
    StaffWork waiting = work.ofStaff();
    OfferCards<UrgentOffers> offers =
        OfferCards.of(work.urgentOffers(now), UrgentOffers::campaignId, campaigns);
    return Stream.of(
        things.drafts(waiting.drafts()),
        things.withoutPost(waiting.withoutPost()),
        offers.card("offers-due", Card.Whose.READER, UrgentOffers::dueSoon),
        offers.card("offers-expired", Card.Whose.READER, UrgentOffers::expired));
  }
}
