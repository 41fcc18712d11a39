package id.gaung.campaign;

import id.gaung.audit.Audit;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignOverview.Spent;
import id.gaung.campaign.CampaignOverview.Standing;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts the page of one campaign together for its reader. */
final class CampaignShow {

  private static final int ON_SUMMARY = 3;
  private static final int ON_BOARD = 24;
  private static final int POSTS_ON_SUMMARY = 5;
  private static final int POSTS = 24;
  private static final int PICTURES = 3;

  private final Campaigns campaigns;
  private final CampaignSteps steps;
  private final Briefs briefs;
  private final Products products;
  private final Audit audit;
  private final Contributions contributions;
  private final CampaignOverview overview;
  private final CampaignCounts counts;

  CampaignShow(
      Campaigns campaigns,
      CampaignSteps steps,
      Briefs briefs,
      Products products,
      Foundation foundation) {
    this.campaigns = campaigns;
    this.steps = steps;
    this.briefs = briefs;
    this.products = products;
    this.audit = foundation.audit();
    this.contributions = new Contributions(foundation);
    this.overview = new CampaignOverview(foundation, products);
    this.counts = foundation.jdbi().onDemand(CampaignCounts.class);
  }

  /**
   * What stands above every page of the campaign.
   *
   * @throws Problem not found
   */
  CampaignHead head(Viewer viewer, UUID id) {
    Campaign campaign = campaigns.get(id);
    boolean own =
        contributions.isOwn(
            viewer.actor(), id, Contributions.Kind.CAMPAIGN, Contributions.Kind.BRIEF);
    Standing standing =
        Optional.ofNullable(overview.standings(List.of(id)).get(id)).orElseThrow(Problem::notFound);
    return new CampaignHead(
        campaign,
        standing,
        CampaignStep.from(campaign.state()).stream()
            .filter(step -> steps.isOffered(step, campaign))
            .filter(step -> viewer.is(step.role()) && !(own && isDecision(step)))
            .toList(),
        own && viewer.is(Role.APPROVER) && campaign.state() == CampaignState.SUBMITTED,
        campaign.state() == CampaignState.DRAFT ? steps.missing(campaign) : List.of(),
        briefs.current(id).orElseThrow(Problem::notFound),
        overview.today(),
        standing
            .waitingSince()
            .map(since -> ChronoUnit.DAYS.between(Wita.date(since), overview.today()))
            .orElse(0L),
        viewer.is(Role.STAFF),
        viewer.is(Role.APPROVER));
  }

  View list(Viewer viewer, Optional<CampaignState> state, String search, int number) {
    Page<Campaign> rows = campaigns.page(state, search, number);
    List<UUID> ids = rows.rows().stream().map(Campaign::id).toList();
    Map<UUID, List<UUID>> shownBy = campaigns.shownBy(ids, PICTURES);
    Map<UUID, ProductSummary> found =
        products.find(shownBy.values().stream().flatMap(List::stream).distinct().toList());
    Map<UUID, List<ProductSummary>> pictures = new HashMap<>();
    shownBy.forEach(
        (id, shown) ->
            pictures.put(id, shown.stream().filter(found::containsKey).map(found::get).toList()));
    return new View(
        "campaign/list.jte",
        new CampaignListing(
            rows,
            state,
            search,
            counts.byState(),
            overview.standings(ids),
            pictures,
            overview.today(),
            viewer.is(Role.STAFF),
            viewer.is(Role.STAFF) || viewer.is(Role.APPROVER)));
  }

  View page(Viewer viewer, UUID id, Form form) {
    CampaignHead head = head(viewer, id);
    List<Spent> weeks = overview.spent(id);
    CampaignOverview.Reach reach = overview.reach(id);
    return new View(
        "campaign/show.jte",
        new CampaignPages.Show(
            head,
            form,
            linked(id),
            CampaignGoals.of(head, reach, overview.covered(id)),
            reach,
            overview.countedAnew(id),
            CampaignSpending.of(head, weeks),
            viewer.is(Role.STAFF) ? overview.board(id, ON_SUMMARY) : Map.of(),
            overview.postsAboutNow(id, POSTS_ON_SUMMARY)));
  }

  LocalDate today() {
    return overview.today();
  }

  /** The fees of what is agreed and not out yet. */
  Rupiah unmade(Viewer viewer, UUID id) {
    return CampaignSpending.of(head(viewer, id), overview.spent(id)).agreed();
  }

  View creators(Viewer viewer, UUID id) {
    return new View(
        "campaign/creators.jte",
        new CampaignPages.Board(head(viewer, id), overview.board(id, ON_BOARD)));
  }

  View posts(Viewer viewer, UUID id, int page) {
    return new View(
        "campaign/posts.jte",
        new CampaignPages.PostsPage(head(viewer, id), overview.posts(id, page, POSTS)));
  }

  View history(Viewer viewer, UUID id) {
    boolean named = viewer.is(Role.STAFF) || viewer.is(Role.APPROVER);
    return new View(
        "campaign/history_page.jte",
        new CampaignPages.Past(
            head(viewer, id),
            audit.about("campaign", id).stream()
                .map(event -> HistoryLine.of("campaign", event, named))
                .toList()));
  }

  /** When each of the products was out last, of those that were. */
  Map<UUID, Instant> lastShown(Collection<UUID> productIds) {
    return overview.lastShown(productIds);
  }

  List<ProductSummary> linked(UUID id) {
    return products.find(campaigns.productIds(id)).values().stream()
        .sorted(Comparator.comparing(ProductSummary::name).thenComparing(ProductSummary::id))
        .toList();
  }

  private static boolean isDecision(CampaignStep step) {
    return step == CampaignStep.APPROVE || step == CampaignStep.REJECT;
  }
}
