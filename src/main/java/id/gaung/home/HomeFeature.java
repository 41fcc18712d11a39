package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.catalogue.Products;
import id.gaung.creator.Creators;
import id.gaung.engagement.Watches;
import id.gaung.followup.FollowUps;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.Job;
import id.gaung.jobs.JobWatch;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.mail.MailFeature;
import id.gaung.media.Photos;
import id.gaung.publishing.LicenceGaps;
import id.gaung.publishing.PostSlots;
import id.gaung.publishing.PublishingFeature;
import id.gaung.report.StoredReport;
import id.gaung.task.Tasks;
import id.gaung.web.NavItem;
import id.gaung.web.Viewer;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Wires the first page and the page of the audit log. */
public final class HomeFeature {

  private final Audit audit;
  private final AuditPages auditPages;
  private final FirstPages pages;
  private final HealthPages health;
  private final SettingsPages settings;
  private final SearchPages search;
  private final OfficePages office;
  private final ApproverCards approvals;

  /**
   * @param newestReport the newest week that has a report
   * @param reports the newest version of a week's report
   * @param jobs asked when the page is, since the jobs are put together last
   */
  public HomeFeature(
      Foundation foundation,
      IdentityFeature identity,
      CatalogueFeature catalogue,
      Creators creators,
      CampaignFeature campaign,
      PublishingFeature publishing,
      FollowUps followUps,
      MailFeature mail,
      Photos photos,
      LicenceGaps licences,
      Tasks tasks,
      Watches watches,
      Supplier<Optional<Week>> newestReport,
      Function<Week, Optional<StoredReport>> reports,
      Supplier<JobWatch> jobs,
      DiskSpace disk) {
    this.health = new HealthPages(publishing.health(), jobs, disk, mail);
    this.audit = foundation.audit();
    Jdbi jdbi = foundation.jdbi();
    Clock clock = foundation.clock();
    Campaigns campaigns = campaign.campaigns();
    Products products = catalogue.products();
    PostSlots posts = publishing.slots();
    this.settings =
        new SettingsPages(
            identity.offices(),
            identity.people(),
            new SettingsParts(
                jdbi, identity.people(), audit, publishing.control(), health, mail, clock),
            photos);
    this.auditPages =
        new AuditPages(
            audit, jdbi.onDemand(AuditSubjectDao.class), identity.people()::everybody, clock);
    this.office = new OfficePages(identity.offices(), photos);
    this.search = new SearchPages(campaign, catalogue, creators, posts);
    this.approvals = new ApproverCards(jdbi, products, clock);
    this.pages =
        new FirstPages(
            List.of(
                new HandCards(Role.STAFF, tasks, watches, publishing.hand(), clock),
                new HandCards(Role.ADMIN, tasks, watches, publishing.hand(), clock),
                new LicenceCards(licences, publishing.hand()),
                new FollowUpCards(followUps, publishing.hand()),
                new StaffCards(
                    jdbi, publishing.paused(), campaigns, products, posts::needingAttention, clock),
                approvals,
                new CreatorCards(jdbi, creators, campaigns, clock),
                new AdminCards(jdbi, audit, clock),
                new ObserverCards(jdbi)),
            newestReport,
            reports,
            posts::in,
            new Standing(jdbi, campaign, products, clock),
            clock);
    pages.messagesFrom(viewer -> mail.views().waiting(viewer, FirstPages.MESSAGES));
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new HomePages(pages));
    jersey.register(new HomeResource(pages));
    jersey.register(auditPages);
    jersey.register(health);
    jersey.register(settings);
    jersey.register(search);
    jersey.register(office);
    jersey.register(new AuditResource(audit));
  }

  /** The chain of the log is walked once a day, however often nodes start. */
  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(
            Job.of("check-audit-chain", () -> audit.verifyUnlessWithin(Duration.ofDays(1))),
            Duration.ofHours(1)));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(
                NavItem.Group.HOME, "home", "home.nav", "/", Role.STAFF, Role.APPROVER, Role.ADMIN)
            .onPhone(1)
            .counting(this::toDecide),
        NavItem.of(
                NavItem.Group.SETTINGS,
                "settings",
                "home.settings.nav",
                "/settings",
                Role.STAFF,
                Role.APPROVER,
                Role.ADMIN)
            .with("/people", "/audit", "/channels", "/publishing")
            .onPhone(6),
        create("calendar", "home.create.post", "/posts/new"),
        create("campaign", "home.create.campaign", "/campaigns/new"),
        create("send", "home.create.invitation", "/invitations/new"),
        create("store", "home.create.umkm", "/umkm/new"),
        create("gift", "home.create.product", "/products/new"));
  }

  private static NavItem create(String icon, String key, String path) {
    return NavItem.of(NavItem.Group.CREATE, icon, key, path, Role.STAFF);
  }

  /** What waits for the reader's decision, as the page counts it. */
  private long toDecide(Viewer viewer) {
    return viewer.is(Role.APPROVER) ? approvals.waiting(viewer) : 0;
  }
}
