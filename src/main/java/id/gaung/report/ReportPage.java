package id.gaung.report;

import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.report.PageOne.Best;
import id.gaung.report.PageOne.CampaignLine;
import id.gaung.report.PageOne.PostLine;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.report.ReportCharts.Columns;
import id.gaung.report.ReportCharts.Dumbbells;
import id.gaung.report.ReportCharts.NetworkShare;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import id.gaung.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as a page.
 *
 * @param versions of the week, newest first
 * @param before the nearest earlier week that has a report
 * @param after the nearest later one
 * @param verified what the check of the hash found, if it was asked for
 */
public record ReportPage(
    Week week,
    StoredReport stored,
    ReportDocument report,
    List<ReportLine> versions,
    Reader reader,
    Optional<Week> before,
    Optional<Week> after,
    Optional<Boolean> verified) {

  /**
   * What a reader may open from here.
   *
   * @param staff posts, products and UMKM
   * @param drafts photos of what is not out; those of what is out are for everybody here
   * @param campaigns campaigns and their briefs
   */
  public record Reader(boolean staff, boolean drafts, boolean campaigns) {

    static Reader of(Viewer viewer) {
      boolean staff = viewer.is(Role.STAFF);
      boolean approver = viewer.is(Role.APPROVER);
      return new Reader(staff, staff || approver, staff || approver || viewer.is(Role.OBSERVER));
    }
  }

  static ReportPage of(
      WeeklyReports reports, Viewer viewer, StoredReport stored, Optional<Boolean> verified) {
    Week week = ReportsPages.week(stored.week());
    return new ReportPage(
        week,
        stored,
        stored.read(),
        reports.versions(week),
        Reader.of(viewer),
        reports.before(week),
        reports.after(week),
        verified);
  }

  /** The one with the most interactions first. */
  public List<NetworkLine> networks() {
    return report.networks().stream()
        .sorted(
            Comparator.comparing(
                (NetworkLine line) -> -line.of(Measure.INTERACTIONS).growth().orElse(0L)))
        .toList();
  }

  public boolean staff() {
    return reader.staff();
  }

  public String sentence(Translator t, Formats f) {
    return new Conclusion(report, t, f).sentence();
  }

  public String detail(Translator t, Formats f) {
    return new Conclusion(report, t, f).detail();
  }

  public Optional<Conclusion.Decision> decision(Translator t, Formats f) {
    return new Conclusion(report, t, f).decision();
  }

  public List<FigureTile> tiles(Translator t, Formats f) {
    return FigureTile.of(report, t, f);
  }

  public String coverage(Translator t, Formats f) {
    Coverage coverage = report.coverage();
    return coverage.complete() == coverage.measured()
        ? t.get("report.page.all", f.number(coverage.measured()))
        : t.get("report.coverage", f.number(coverage.complete()), f.number(coverage.measured()));
  }

  public List<WeekFigures> weeks() {
    return report.pageOne().map(PageOne::weeks).orElse(List.of());
  }

  public Optional<UsualRange> usual() {
    return ReportCharts.usualInteractions(report);
  }

  public Columns columns() {
    return Columns.of(weeks(), usual());
  }

  public Optional<Dumbbells> dumbbells() {
    return Dumbbells.of(report);
  }

  public String fairnessSaid(Translator t) {
    List<String> low =
        report.kecamatan().stream().filter(KecamatanLine::isLow).map(KecamatanLine::name).toList();
    return low.isEmpty()
        ? t.get("report.fair.say.even")
        : t.get("report.fair.say.low", t.together(low));
  }

  /** Posts that came out in the week, each once. */
  public PostsOut postsOut() {
    return PostsOut.of(report);
  }

  public List<NetworkShare> networkShares() {
    return NetworkShare.of(report);
  }

  /** The posts with the most interactions, each with all its accounts. */
  public List<Best> best() {
    return report
        .pageOne()
        .map(PageOne::best)
        .orElseGet(() -> PageOneLines.best(report.rows(), Map.of()));
  }

  /** Those of the week with the fewest. */
  public List<Best> weakest() {
    return PageOneLines.weakest(report.rows(), best());
  }

  /** Posts of the plan and beyond; none in a version that counted accounts alone. */
  public List<PostLine> posts() {
    return report.pageOne().map(PageOne::posts).orElse(List.of());
  }

  private Stream<ReportedPost> rows(PostLine post) {
    return report.rows().stream().filter(row -> row.postId().equals(post.postId()));
  }

  public Optional<String> creator(PostLine post) {
    return rows(post).flatMap(row -> row.creator().stream()).findFirst();
  }

  public Optional<String> kecamatan(PostLine post) {
    return rows(post)
        .flatMap(row -> row.products().stream())
        .map(ProductShare::kecamatan)
        .findFirst();
  }

  /** Over all its accounts; empty if none has the number. */
  public Optional<Long> growth(PostLine post, Measure measure) {
    return rows(post).flatMap(row -> row.cell(measure).known().stream()).reduce(Long::sum);
  }

  /** On which accounts the post did not come out, and why. */
  public List<Unpublished> missing(PostLine post) {
    return report.plan().unpublished().stream()
        .filter(line -> line.postId().equals(post.postId()))
        .toList();
  }

  public int planned() {
    return report.pageOne().map(PageOne::planned).orElse(report.plan().planned());
  }

  public int published() {
    return report.pageOne().map(PageOne::published).orElse(report.plan().published());
  }

  /** Empty if no campaign ran, or the version froze none. */
  public Optional<CampaignMoney> money() {
    return report
        .pageOne()
        .filter(page -> !page.campaigns().isEmpty())
        .map(
            page ->
                new CampaignMoney(
                    page.sum(CampaignLine::budget),
                    page.sum(CampaignLine::used),
                    page.sum(CampaignLine::promised),
                    page.sum(CampaignLine::offered)));
  }

  /** Campaigns that have a target. */
  public List<CampaignProgress> goals() {
    return report.pageOne().map(PageOne::campaigns).orElse(List.of()).stream()
        .map(CampaignProgress::of)
        .filter(campaign -> !campaign.goals().isEmpty())
        .toList();
  }

  /** Posts that were found deleted before the week's end. */
  public List<ReportedPost> removed() {
    return report.rows().stream().filter(row -> row.removedAt().isPresent()).toList();
  }

  public boolean isNewest() {
    return versions.isEmpty() || versions.get(0).version() == report.version();
  }

  /** Only the newest version is revised, and only once it is final. */
  public boolean mayRevise() {
    return staff() && isNewest() && report.state() != ReportState.PROVISIONAL;
  }

  /** The rows behind a rate: the posts that came out in the week and have its base. */
  public String rows(RateLine rate) {
    return query(rate).path(report);
  }

  public RowsQuery query(RateLine rate) {
    return RowsQuery.of(Quotient.of(rate.base()));
  }

  public String rows(Quotient quotient) {
    return RowsQuery.of(quotient).path(report);
  }

  /** The rows of the week before, in the version with which the report was compared. */
  public String previousRows(Measure measure) {
    String before = week.previous().label();
    return report.comparedWith().stream()
        .filter(compared -> compared.startsWith(before + " v"))
        .map(compared -> Integer.parseInt(compared.substring(before.length() + 2)))
        .map(version -> RowsQuery.of(measure).path(before, version))
        .findFirst()
        .orElse("/reports/" + before + "/rows?metric=" + measure.name());
  }

  /** The numbers of earlier weeks behind a comparison. */
  public String earlier(Measure measure) {
    return report.path("earlier") + "&metric=" + measure.name();
  }

  /** The UMKM that were counted in a kecamatan. */
  public String umkm(KecamatanLine line) {
    return report.path("umkm") + "&kecamatan=" + line.code();
  }

  /** The readings behind a channel's followers. */
  public String readings(FollowerLine line) {
    return report.path("followers") + "#c" + line.channelId();
  }

  /** The row of one post among those behind a number. */
  public String row(ReportedPost post) {
    return RowsQuery.of(Measure.INTERACTIONS).ofPost(post.postId()).path(report)
        + "#p"
        + post.renditionId();
  }

  /** What stands behind a number that differs, in this version or the one before. */
  public String rows(Difference difference, boolean before) {
    return DifferencePath.of(difference, report.week(), report.version() - (before ? 1 : 0));
  }

  /**
   * @param compared such as {@code 2026-W47 v2}
   */
  public String earlier(String compared) {
    return "/reports/" + compared.replace(" v", "?version=");
  }

  /** The rows behind the interactions; others begin there. */
  public String rows(Measure measure) {
    return RowsQuery.of(measure).path(report);
  }
}
