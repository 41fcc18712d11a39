package id.gaung.home;

import id.gaung.campaign.CampaignCounts;
import id.gaung.campaign.CampaignState;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Role;
import id.gaung.publishing.PostCounts;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for the head of division; never what they made themselves. */
final class ApproverCards implements RoleCards {

  private final CampaignCounts campaigns;
  private final PostCounts posts;
  private final Products products;
  private final Clock clock;

  ApproverCards(Jdbi jdbi, Products products, Clock clock) {
    this.products = products;
    this.campaigns = jdbi.onDemand(CampaignCounts.class);
    this.posts = new PostCounts(jdbi);
    this.clock = clock;
  }

  @Override
  public Role role() {
    return Role.APPROVER;
  }

  /** How many decisions wait, as the first page counts them: each campaign, and each other row. */
  long waiting(Viewer viewer) {
    long closing = campaigns.byState().getOrDefault(CampaignState.COMPLETED, 0L);
    long reviews = posts.of(viewer.id(), clock.instant()).toReview();
    return CampaignLinks.total(campaigns.toDecide(viewer.id(), 1))
        + Math.min(1, closing)
        + Math.min(1, reviews);
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    return Stream.of(
        CampaignLinks.card(
            "approve", campaigns.toDecide(viewer.id(), CampaignLinks.SHOWN), products),
        Card.ifAny(
            "close",
            campaigns.byState().getOrDefault(CampaignState.COMPLETED, 0L),
            "/campaigns?state=COMPLETED"),
        Card.ifAny(
            "post-reviews",
            posts.of(viewer.id(), clock.instant()).toReview(),
            "/posts?state=IN_REVIEW"),
        viewer.is(Role.STAFF)
            ? Optional.empty()
            : CampaignLinks.card(
                "with-staff",
                Card.Whose.OTHERS,
                campaigns.returned(CampaignLinks.SHOWN),
                products));
  }
}
