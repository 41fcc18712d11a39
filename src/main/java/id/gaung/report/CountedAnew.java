package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.web.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That a network counts otherwise since a day, frozen with a report whose weeks lie on both sides
 * of it.
 *
 * @param metric what it counts otherwise; empty for everything
 * @param textId what changed, in Indonesian, without a full stop
 * @param textEn the same in English
 */
public record CountedAnew(
    Network network, Optional<Metric> metric, LocalDate changedOn, String textId, String textEn) {

  /**
   * Those that a report's comparisons go across: from the earliest week whose report stands beside
   * its own, of the networks that have posts in any of them.
   *
   * @param earlier the documents of the weeks before; empty where there is none
   */
  static List<CountedAnew> across(
      List<CountedAnew> all,
      Week week,
      List<ReportedPost> rows,
      List<Optional<ReportDocument>> earlier) {
    List<ReportDocument> beside = earlier.stream().flatMap(Optional::stream).toList();
    LocalDate from =
        beside.stream()
            .flatMap(document -> Week.parse(document.week()).stream())
            .min(Week::compareTo)
            .orElse(week)
            .monday();
    Set<Network> networks =
        Stream.concat(rows.stream(), beside.stream().flatMap(d -> d.rows().stream()))
            .map(ReportedPost::network)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(one -> networks.contains(one.network()))
        .filter(one -> one.isSince(from) && !one.changedOn().isAfter(week.sunday()))
        .toList();
  }

  boolean isSince(LocalDate day) {
    return !changedOn.isBefore(day);
  }

  /** Whether a measure is counted otherwise since. */
  boolean touches(Measure measure) {
    return metric
        .map(
            m ->
                measure == Measure.INTERACTIONS
                    ? NetworkModule.counts(network).engagements().contains(m)
                    : Measure.of(m) == measure)
        .orElse(true);
  }

  public String text(Language language) {
    return language == Language.ID ? textId : textEn;
  }
}
