package id.gaung.report;

import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.report.WeeklyReports.ReviseReport;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The weekly reports for programs. */
@Path("api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
@Tag(name = "reports")
public final class ReportsResource {

  private final WeeklyReports reports;

  ReportsResource(WeeklyReports reports) {
    this.reports = reports;
  }

  @GET
  @Operation(summary = "Weeks that have reports, newest first, with their versions")
  public PageResponse<WeekResponse> list(
      @Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(reports.page(page), WeekResponse::from);
  }

  @GET
  @Path("{week}")
  @Operation(summary = "A report's document exactly as stored; its SHA-256 is the ETag")
  public Response document(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return ReportFiles.json(reports.get(ReportsPages.week(week), Optional.ofNullable(version)));
  }

  @POST
  @Path("{week}/revise")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Makes a new version of a final report, with the reason; the old one stays")
  @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(types = "object")))
  public Response revise(
      @Auth Viewer viewer, @PathParam("week") String label, ReviseReport revision) {
    Week week = ReportsPages.week(label);
    StoredReport made = reports.revise(viewer.actor(), week, revision);
    return Response.created(
            URI.create("/api/v1/reports/" + made.week() + "?version=" + made.version()))
        .entity(ReportFiles.json(made).getEntity())
        .build();
  }

  @GET
  @Path("{week}/csv")
  @Produces("text/csv")
  @Operation(summary = "A report's rows as a table: one row for each post on each channel")
  public Response csv(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return ReportFiles.csv(reports.get(ReportsPages.week(week), Optional.ofNullable(version)));
  }

  /**
   * A week that has reports, as the API shows it.
   *
   * @param versions newest first
   */
  public record WeekResponse(String week, List<Version> versions) {

    /** One stored version of the report. */
    public record Version(
        int version, ReportState state, Instant cutAt, Instant madeAt, String sha256) {}

    static WeekResponse from(WeekLine line) {
      return new WeekResponse(
          line.week(),
          line.versions().stream()
              .map(v -> new Version(v.version(), v.state(), v.cutAt(), v.madeAt(), v.sha256()))
              .toList());
    }
  }
}
