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

  public List<String> sentences(Translator t, Formats f) {
    return Headline.of(report, t, f);
  }

  /** The rate with the most posts: the one for the card. */
  public Optional<RateLine> mainRate() {
    return report.rates().stream()
        .reduce((best, next) -> next.posts() > best.posts() ? next : best);
  }

  /** Posts that were found deleted before the week's end. */
  public List<PostRow> removed() {
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
    return switch (rate.base()) {
      case FOLLOWERS -> RowsQuery.of(Measure.INTERACTIONS).published();
      case REACH -> RowsQuery.of(Measure.REACH).published().known(true);
      case VIEWS -> RowsQuery.of(Measure.VIEWS).published().known(true);
    };
  }

  /** The rows of the week before, in its newest report. */
  public String previousRows(Measure measure) {
    return "/reports/" + week.previous().label() + "/rows?metric=" + measure.name();
  }

  /**
   * @param compared such as {@code 2026-W47 v2}
   */
  public String earlier(String compared) {
    return "/reports/" + compared.replace(" v", "?v=");
  }

  /** The rows behind the interactions; others begin there. */
  public String rows(Measure measure) {
    return RowsQuery.of(measure).path(report);
  }
}
