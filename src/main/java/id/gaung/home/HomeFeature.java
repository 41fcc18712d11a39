package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.channel.ChannelCounts;
import id.gaung.creator.Creators;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.PeopleCounts;
import id.gaung.jobs.JobWatch;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.publishing.PausedPosts;
import id.gaung.publishing.PostSlots;
import id.gaung.publishing.PublishingHealth;
import id.gaung.publishing.PublishingSwitch;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Wires the first page and the page of the audit log. */
public final class HomeFeature {

  private final Audit audit;
  private final FirstPages pages;
  private final HealthPages health;
  private final SettingsPages settings;

  /**
   * @param newestReport the newest week that has a report
   * @param jobs asked when the page is, since the jobs are put together last
   */
  public HomeFeature(
      Foundation foundation,
      Campaigns campaigns,
      Creators creators,
      Supplier<Optional<Week>> newestReport,
      PostSlots posts,
      PublishingHealth publishing,
      PausedPosts paused,
      Supplier<JobWatch> jobs,
      DiskSpace disk,
      IdentityFeature identity,
      PublishingSwitch brake) {
    this.health = new HealthPages(publishing, jobs, disk);
    this.audit = foundation.audit();
    Jdbi jdbi = foundation.jdbi();
    Clock clock = foundation.clock();
    this.settings =
        new SettingsPages(
            jdbi.onDemand(ChannelCounts.class),
            jdbi.onDemand(PeopleCounts.class),
            identity,
            audit,
            brake,
            health,
            clock::instant);
    this.pages =
        new FirstPages(
            List.of(
                new StaffCards(jdbi, paused, campaigns, clock),
                new ApproverCards(jdbi, clock),
                new CreatorCards(jdbi, creators, campaigns, clock),
                new AdminCards(jdbi, audit, clock),
                new ObserverCards(jdbi)),
            newestReport,
            posts::in,
            clock);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new HomePages(pages));
    jersey.register(new HomeResource(pages));
    jersey.register(new AuditPages(audit));
    jersey.register(health);
    jersey.register(settings);
    jersey.register(new AuditResource(audit));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(
            NavItem.Group.HOME, "home", "home.nav", "/", Role.STAFF, Role.APPROVER, Role.ADMIN),
        NavItem.of(
            NavItem.Group.SETTINGS, "settings", "home.settings.nav", "/settings", Role.ADMIN));
  }
}
