package id.gaung.report;

import id.gaung.kernel.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a week's reports are due: provisional on Monday 08:00 WITA after it, final on Thursday 08:00
 * WITA (domain.md 3.5, rule 12). WITA has no daylight saving, so that hours can be added.
 */
final class ReportCalendar {

  private static final Duration PROVISIONAL = Duration.ofHours(8);
  private static final Duration FINAL = Duration.ofDays(3).plusHours(8);

  private ReportCalendar() {}

  record Due(Week week, ReportState state) {}

  static Instant provisionalAt(Week week) {
    return week.end().plus(PROVISIONAL);
  }

  static Instant finalAt(Week week) {
    return week.end().plus(FINAL);
  }

  /**
   * What is due and missing, oldest week first. Where the final report is due, a provisional one
   * that was never made is not made up for: it would say nothing that the final one does not.
   *
   * @param first the first week in which anything was published
   * @param stored the states that each week's reports have
   */
  static List<Due> missing(Week first, Instant now, Map<String, Set<ReportState>> stored) {
    List<Due> due = new ArrayList<>();
    for (Week week = first; !provisionalAt(week).isAfter(now); week = week.next()) {
      Week of = week;
      state(of, now, stored.getOrDefault(of.label(), Set.of()))
          .ifPresent(state -> due.add(new Due(of, state)));
    }
    return List.copyOf(due);
  }

  private static Optional<ReportState> state(Week week, Instant now, Set<ReportState> stored) {
    if (!finalAt(week).isAfter(now)) {
      return stored.contains(ReportState.FINAL) ? Optional.empty() : Optional.of(ReportState.FINAL);
    }
    return stored.isEmpty() ? Optional.of(ReportState.PROVISIONAL) : Optional.empty();
  }
}
