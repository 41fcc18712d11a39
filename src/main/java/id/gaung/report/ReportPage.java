package id.gaung.report;

import id.gaung.kernel.Week;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.util.List;
import java.util.Optional;

/**
 * A report as a page.
 *
 * @param versions of the week, newest first
 * @param staff whether the reader may open posts, products and UMKM
 * @param verified what the check of the hash found, if it was asked for
 */
public record ReportPage(
    Week week,
    StoredReport stored,
    ReportDocument report,
    List<ReportLine> versions,
    boolean staff,
    Optional<Boolean> verified) {

  public List<Sentence> sentences(Translator t, Formats f) {
    return Headline.of(report, t, f);
  }

  /** The rate with the most posts: the one for the card. */
  public Optional<RateLine> mainRate() {
    return report.rates().stream()
        .reduce((best, next) -> next.posts() > best.posts() ? next : best);
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
    return staff && isNewest() && report.state() != ReportState.PROVISIONAL;
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
    return rows(Measure.INTERACTIONS) + "#p" + post.renditionId();
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

  /** Where the numbers of two versions that differ can be looked into. */
  static final class DifferencePath {

    private DifferencePath() {}

    static String of(Difference difference, String week, int version) {
      String field = difference.field();
      if (field.equals("planned") || field.equals("published")) {
        return "/reports/" + week + "/plan?version=" + version;
      }
      String rows = query(difference).path(week, version);
      return difference.renditionId().map(id -> rows + "#p" + id).orElse(rows);
    }

    private static RowsQuery query(Difference difference) {
      String field = difference.field();
      if (field.startsWith("rate-")) {
        RateBase base = RateBase.valueOf(field.substring(field.indexOf('.') + 1));
        return RowsQuery.of(Quotient.of(base));
      }
      return switch (field) {
        case "cost-per-engagement" -> RowsQuery.of(Quotient.COST_PER_INTERACTION);
        case "cost-per-mille" -> RowsQuery.of(Quotient.COST_PER_MILLE);
        case "complete" -> RowsQuery.of(Measure.INTERACTIONS).known(true);
        default -> RowsQuery.of(difference.measure().orElse(Measure.INTERACTIONS));
      };
    }
  }
}
