package id.gaung.report;

import id.gaung.kernel.Week;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of earlier weeks with which one of the week is compared.
 *
 * @param documents those stored versions that were the newest when the report was made
 */
public record EarlierPage(
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
