package id.gaung.report;

import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.report.WeeklyReports.ReviseReport;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports while they are made, and their revisions. */
@Path("reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
public final class ReportWorkPages {

  private final WeeklyReports reports;

  ReportWorkPages(WeeklyReports reports) {
    this.reports = reports;
  }

  /**
   * What is being made, for the list that waits for it.
   *
   * @param waiting the weeks that it waits for
   */
  @GET
  @Path("making")
  public View making(@Auth Viewer viewer, @QueryParam("week") List<String> waiting) {
    List<Week> weeks = waiting.stream().flatMap(label -> Week.parse(label).stream()).toList();
    List<Week> still = reports.making();
    return new View(
        "report/making.jte",
        new Making(
            weeks.stream().filter(still::contains).toList(),
            weeks.stream().filter(week -> !still.contains(week)).toList()));
  }

  @GET
  @Path("{week}/revise")
  @RolesAllowed(Role.Names.STAFF)
  public View askWhy(@Auth Viewer viewer, @PathParam("week") String week) {
    return revise(ReportsPages.week(week), Form.empty());
  }

  @POST
  @Path("{week}/revise")
  @RolesAllowed(Role.Names.STAFF)
  public Response revise(@Auth Viewer viewer, @PathParam("week") String label, Form form) {
    Week week = ReportsPages.week(label);
    return form.submit(
        ReviseReport.class,
        revision -> {
          StoredReport made = reports.revise(viewer.actor(), week, revision);
          return Flash.to(
              "/reports/" + made.week() + "?version=" + made.version(), "report.revised");
        },
        again -> revise(week, again));
  }

  private View revise(Week week, Form form) {
    return new View(
        "report/revise.jte",
        new Revise(week, reports.get(week, Optional.empty()), reports.revision(week), form));
  }

  /**
   * Reports that are due.
   *
   * @param open not made yet
   * @param made since somebody waits for them
   */
  public record Making(List<Week> open, List<Week> made) {

    public String poll() {
      return open.stream()
          .map(week -> "week=" + week.label())
          .collect(Collectors.joining("&", "/reports/making?", ""));
    }
  }

  /**
   * Shows what a revision would change, and asks for its reason.
   *
   * @param next the version it would be
   */
  public record Revise(Week week, StoredReport newest, ReportDocument next, Form form) {

    private static final int SHOWN = 60;

    public List<Difference> differences() {
      return next.differences().stream().limit(SHOWN).toList();
    }

    /** The post and its network; empty for a number of the whole week or a post that is gone. */
    public Optional<String> subject(Difference difference) {
      return difference
          .renditionId()
          .flatMap(next::row)
          .map(row -> row.text() + " · " + row.network().label());
    }

    public int more() {
      return Math.max(0, next.differences().size() - SHOWN);
    }

    /** Nothing is asked where nothing differs; what was typed is kept all the same. */
    public boolean asks() {
      return !next.differences().isEmpty() || !form.value("reason").isBlank();
    }
  }
}
