package id.gaung.campaign;

import id.gaung.audit.Foundation;
import id.gaung.catalogue.Products;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;

/** Wires campaigns. */
public final class CampaignFeature {

  private final Foundation foundation;
  private final Products products;
  private final Briefs briefs;
  private final Campaigns campaigns;
  private final CampaignSteps steps;

  /** For an office that nobody has named yet. */
  public CampaignFeature(Foundation foundation, Products products) {
    this(foundation, products, new Offices(foundation, Office.DEFAULT));
  }

  /**
   * @param offices whose ad line a new brief begins with
   */
  public CampaignFeature(Foundation foundation, Products products, Offices offices) {
    this.foundation = foundation;
    this.products = products;
    this.briefs = new Briefs(foundation, offices);
    this.campaigns = new Campaigns(foundation, briefs, products);
    this.steps = new CampaignSteps(foundation, briefs);
  }

  public Campaigns campaigns() {
    return campaigns;
  }

  /** How campaigns stand. */
  public CampaignOverview overview() {
    return new CampaignOverview(foundation, products);
  }

  public CampaignSteps steps() {
    return steps;
  }

  /** The products that campaigns are about. */
  public Products products() {
    return products;
  }

  public Briefs briefs() {
    return briefs;
  }

  public void register(JerseyEnvironment jersey) {
    CampaignShow show = new CampaignShow(campaigns, steps, briefs, products, foundation);
    jersey.register(new CampaignPages(campaigns, steps, show));
    jersey.register(new CampaignProductPages(campaigns, show, products));
    jersey.register(new BriefPages(campaigns, briefs, steps, show));
    jersey.register(new CampaignResource(campaigns, steps, briefs));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(
                NavItem.Group.WORK,
                "campaign",
                "campaign.nav",
                "/campaigns",
                Role.STAFF,
                Role.APPROVER,
                Role.OBSERVER)
            .onPhone(4));
  }

  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(steps.calendar(), Duration.ofMinutes(1)));
  }
}
