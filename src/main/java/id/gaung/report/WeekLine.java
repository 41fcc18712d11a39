package id.gaung.report;

import java.util.List;

/**
 * A week that has reports.
 *
 * @param versions newest first
 */
public record WeekLine(String week, List<ReportLine> versions) {

  public WeekLine {
    versions = List.copyOf(versions);
  }
}
