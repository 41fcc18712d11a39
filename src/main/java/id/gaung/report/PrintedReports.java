package id.gaung.report;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Week;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.util.Optional;

/** The reports for the command line. */
public final class PrintedReports {

  private final WeeklyReports reports;

  PrintedReports(WeeklyReports reports) {
    this.reports = reports;
  }

  /**
   * The newest version of a week's report as text.
   *
   * @param week empty for the newest week that has one
   * @throws Problem not found if there is none
   */
  public String text(Optional<Week> week, Translator t, Formats f) {
    return ReportText.of(find(week), t, f);
  }

  /** The same report's rows as CSV, with its byte order mark. */
  public String csv(Optional<Week> week) {
    return ReportCsv.of(find(week));
  }

  private StoredReport find(Optional<Week> week) {
    Week which =
        week.or(reports::newestWeek)
            .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "report.none"));
    return reports.get(which, Optional.empty());
  }
}
