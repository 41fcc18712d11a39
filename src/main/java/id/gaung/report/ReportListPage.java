package id.gaung.report;

import id.gaung.kernel.Page;
import id.gaung.kernel.Week;
import java.time.Instant;
import java.util.Optional;

/**
 * The weeks that have reports.
 *
 * @param nextAt when the next report comes; empty while nothing was published
 */
public record ReportListPage(Page<WeekLine> weeks, Optional<Instant> nextAt) {

  public static Week week(WeekLine line) {
    return Week.parse(line.week()).orElseThrow();
  }
}
