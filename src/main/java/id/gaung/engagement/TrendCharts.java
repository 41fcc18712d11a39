package id.gaung.engagement;

import id.gaung.engagement.EngagementPages.Show.ReadingRow;
import id.gaung.platform.Metric;
import id.gaung.web.LinePlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A count over time, in the drawing's own units.
 *
 * @param ticks values of the vertical axis, in place of the x, and where they stand
 * @param values how many are known
 */
public record TrendCharts(
    String key,
    LinePlot plot,
    List<LinePlot.Dot> ticks,
    int values,
    long first,
    long last,
    Instant from,
    Instant until) {

  static final String VIEWS = "views";

  private static final LinePlot.Box BOX = new LinePlot.Box(56, 14, 704, 196);

  /**
   * The changes of counting that the line goes across.
   *
   * @param engagements what interactions are made of
   */
  List<CountChange> across(List<CountChange> changes, Set<Metric> engagements) {
    Set<Metric> shown = key.equals(VIEWS) ? Set.of(Metric.VIEWS) : engagements;
    return changes.stream()
        .filter(change -> change.touches(shown) && change.isWithin(from, until))
        .toList();
  }

  private static double seconds(Instant from, Instant until) {
    return (double) Duration.between(from, until).toSeconds();
  }

  static Optional<TrendCharts> of(
      String key, List<ReadingRow> newestFirst, Function<ReadingRow, Optional<Long>> value) {
    List<ReadingRow> rows = new ArrayList<>(newestFirst);
    Collections.reverse(rows);
    List<Long> known = rows.stream().flatMap(row -> value.apply(row).stream()).toList();
    if (known.size() < 2) {
      return Optional.empty();
    }
    Instant from = rows.get(0).at();
    Instant until = rows.get(rows.size() - 1).at();
    double span = Math.max(1.0, seconds(from, until));
    List<Long> ticks =
        LinePlot.ticks(known.stream().mapToDouble(Long::doubleValue).max().orElse(0));
    LinePlot.Range scale = new LinePlot.Range(0, ticks.get(ticks.size() - 1));
    LinePlot plot =
        LinePlot.of(
            rows.stream().map(row -> seconds(from, row.at()) / span).toList(),
            rows.stream().map(row -> value.apply(row).map(Long::doubleValue)).toList(),
            scale,
            Optional.empty(),
            BOX);
    return Optional.of(
        new TrendCharts(
            key,
            plot,
            ticks.stream()
                .map(
                    n ->
                        new LinePlot.Dot(
                            Long.toString(n), LinePlot.number(LinePlot.y(n, scale, BOX))))
                .toList(),
            known.size(),
            known.get(0),
            known.get(known.size() - 1),
            from,
            until));
  }
}
