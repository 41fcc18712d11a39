package id.gaung.report;

import id.gaung.identity.Office;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.report.Comparison.MetricLine;
import id.gaung.report.ReportInputs.UmkmLine;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The weekly reports as pages, drawn from the stored documents alone. */
@Path("reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
public final class ReportsPages {

  private final WeeklyReports reports;
  private final Supplier<Office> office;

  ReportsPages(WeeklyReports reports, Supplier<Office> office) {
    this.reports = reports;
    this.office = office;
  }

  @GET
  public View list(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return new View(
        "report/list.jte",
        new Listing(
            reports.page(page),
            reports.nextDue(),
            new ReportWorkPages.Making(reports.making(), List.of())));
  }

  /** The same report on A4. */
  @GET
  @Path("{week}/paper")
  public View paper(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    StoredReport stored = reports.get(week(week), Optional.ofNullable(version));
    return new View(
        "report/paper.jte",
        new Paper(ReportPage.of(reports, viewer, stored, Optional.empty()), office.get()));
  }

  /**
   * @param version empty for the newest
   */
  @GET
  @Path("{week}")
  public View show(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return show(viewer, reports.get(week(week), Optional.ofNullable(version)), Optional.empty());
  }

  /** The same page with what the check of the document's hash found. */
  @GET
  @Path("{week}/verify")
  public View verify(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    StoredReport report = reports.get(week(week), Optional.ofNullable(version));
    return show(viewer, report, Optional.of(reports.holds(report)));
  }

  @GET
  @Path("{week}/rows")
  public View rows(
      @Auth Viewer viewer,
      @PathParam("week") String label,
      @QueryParam("version") Integer version,
      @QueryParam("metric") @DefaultValue("") String metric,
      @QueryParam("network") @DefaultValue("") String network,
      @QueryParam("product") @DefaultValue("") String product,
      @QueryParam("kecamatan") @DefaultValue("") String kecamatan,
      @QueryParam("published") boolean published,
      @QueryParam("known") @DefaultValue("") String known,
      @QueryParam("ratio") @DefaultValue("") String ratio,
      @QueryParam("post") @DefaultValue("") String post,
      @QueryParam("page") @DefaultValue("1") int page) {
    Week week = week(label);
    ReportDocument report = reports.get(week, Optional.ofNullable(version)).read();
    RowsQuery query =
        RowsQuery.read(metric, network, product, kecamatan, published, known, ratio, post);
    return new View(
        "report/rows.jte",
        ReportRowsPage.of(week, report, query, ReportPage.Reader.of(viewer), page));
  }

  /** What was due in the week, each post with when it came out or why it did not. */
  @GET
  @Path("{week}/plan")
  public View plan(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return of(viewer, "report/plan.jte", week, version);
  }

  /**
   * The UMKM that a kecamatan had at the week's end.
   *
   * @param kecamatan its code; empty for all
   */
  public record UmkmPage(
      Week week, ReportDocument report, Optional<String> kecamatan, boolean staff) {

    public List<UmkmLine> rows() {
      return report.umkm().stream()
          .filter(row -> kecamatan.filter(code -> !code.equals(row.kecamatanCode())).isEmpty())
          .toList();
    }

    public String name(String code) {
      return report.kecamatan().stream()
          .filter(line -> line.code().equals(code))
          .map(KecamatanLine::name)
          .findFirst()
          .orElse(code);
    }
  }

  /** The UMKM behind the counts of the kecamatan. */
  @GET
  @Path("{week}/umkm")
  public View umkm(
      @Auth Viewer viewer,
      @PathParam("week") String label,
      @QueryParam("version") Integer version,
      @QueryParam("kecamatan") @DefaultValue("") String kecamatan) {
    Week week = week(label);
    ReportDocument report = reports.get(week, Optional.ofNullable(version)).read();
    return new View(
        "report/umkm.jte",
        new UmkmPage(
            week,
            report,
            Optional.of(kecamatan).filter(code -> !code.isBlank()),
            viewer.is(Role.STAFF)));
  }

  /** The readings behind the followers. */
  @GET
  @Path("{week}/followers")
  public View followers(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return of(viewer, "report/readings.jte", week, version);
  }

  /** The earlier weeks with which a number was compared. */
  @GET
  @Path("{week}/earlier")
  public View earlier(
      @Auth Viewer viewer,
      @PathParam("week") String label,
      @QueryParam("version") Integer version,
      @QueryParam("metric") @DefaultValue("") String metric) {
    Week week = week(label);
    ReportDocument report = reports.get(week, Optional.ofNullable(version)).read();
    Measure measure = Measure.named(metric).orElse(Measure.INTERACTIONS);
    return new View(
        "report/earlier.jte", new Earlier(week, report, measure, reports.comparedWith(report)));
  }

  @GET
  @Path("{week}/csv")
  @Produces("text/csv")
  public Response csv(
      @Auth Viewer viewer, @PathParam("week") String week, @QueryParam("version") Integer version) {
    return ReportFiles.csv(reports.get(week(week), Optional.ofNullable(version)));
  }

  private View show(Viewer viewer, StoredReport stored, Optional<Boolean> verified) {
    return new View("report/show.jte", ReportPage.of(reports, viewer, stored, verified));
  }

  private View of(Viewer viewer, String template, String week, @Nullable Integer version) {
    StoredReport stored = reports.get(week(week), Optional.ofNullable(version));
    return new View(template, ReportPage.of(reports, viewer, stored, Optional.empty()));
  }

  static Week week(String label) {
    return Week.parse(label).orElseThrow(Problem::notFound);
  }

  /**
   * The numbers of earlier weeks with which one of the week is compared.
   *
   * @param documents those stored versions that were the newest when the report was made
   */
  public record Earlier(
      Week week, ReportDocument report, Measure measure, List<ReportDocument> documents) {

    public MetricLine line() {
      return report.metric(measure);
    }

    public Week week(ReportDocument document) {
      return Week.parse(document.week()).orElse(week);
    }

    public Optional<Long> growth(ReportDocument document) {
      return document.metric(measure).totals().growth();
    }

    public String rows(ReportDocument document) {
      return RowsQuery.of(measure).path(document);
    }
  }

  /**
   * The weeks that have reports.
   *
   * @param nextAt when the next report comes; empty while nothing was published
   */
  public record Listing(
      Page<WeekLine> weeks, Optional<Instant> nextAt, ReportWorkPages.Making making) {

    public static Week week(WeekLine line) {
      return Week.parse(line.week()).orElseThrow();
    }
  }

  /** A report on A4, with the office's letterhead. */
  public record Paper(ReportPage page, Office office) {}
}
