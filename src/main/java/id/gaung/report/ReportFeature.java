package id.gaung.report;

import id.gaung.audit.Foundation;
import id.gaung.identity.Office;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.web.NavItem;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Wires the weekly reports. */
public final class ReportFeature {

  private final WeeklyReports reports;

  public ReportFeature(Foundation foundation) {
    this.reports = new WeeklyReports(foundation);
  }

  public WeeklyReports reports() {
    return reports;
  }

  public PrintedReports printed() {
    return new PrintedReports(reports);
  }

  /**
   * @param office whose letterhead the paper has
   */
  public void register(JerseyEnvironment jersey, Supplier<Office> office) {
    jersey.register(new ReportsPages(reports, office));
    jersey.register(new ReportWorkPages(reports));
    jersey.register(new ReportsResource(reports));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(
                NavItem.Group.RESULTS,
                "report",
                "report.nav",
                "/reports",
                Role.STAFF,
                Role.APPROVER,
                Role.OBSERVER,
                Role.ADMIN)
            .with("/engagement")
            .onPhone(5));
  }

  /** Often: whoever connects a first account waits for its report. */
  public List<Schedule> schedules() {
    return List.of(Schedule.onceInCluster(reports.job(), Duration.ofSeconds(15)));
  }
}
