package id.gaung.campaign;

import id.gaung.audit.Audit;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts the page of one campaign together for its reader. */
final class CampaignShow {

  private final Campaigns campaigns;
  private final CampaignSteps steps;
  private final Briefs briefs;
  private final Products products;
  private final Audit audit;
  private final Contributions contributions;

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
  }

  View page(Viewer viewer, UUID id, Form form) {
    Campaign campaign = campaigns.get(id);
    BriefVersion brief = briefs.current(id).orElseThrow(Problem::notFound);
    boolean own =
        contributions.isOwn(
            viewer.actor(), id, Contributions.Kind.CAMPAIGN, Contributions.Kind.BRIEF);
    boolean draft = campaign.state() == CampaignState.DRAFT;
    boolean named = viewer.is(Role.STAFF) || viewer.is(Role.APPROVER);
    return new View(
        "campaign/show.jte",
        new CampaignPages.Show(
            campaign,
            form,
            CampaignStep.from(campaign.state()).stream()
                .filter(step -> steps.isOffered(step, campaign))
                .filter(step -> viewer.is(step.role()) && !(own && isDecision(step)))
                .toList(),
            own && viewer.is(Role.APPROVER) && campaign.state() == CampaignState.SUBMITTED,
            draft ? steps.missing(campaign) : List.of(),
            brief,
            Completeness.of(brief.sections()),
            linked(id),
            audit.about("campaign", id).stream()
                .map(event -> HistoryLine.of("campaign", event, named))
                .toList(),
            viewer.is(Role.STAFF)));
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
