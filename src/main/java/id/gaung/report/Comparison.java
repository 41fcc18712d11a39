package id.gaung.report;

import java.util.List;
import java.util.Optional;

/**
 * A number beside those of earlier weeks, as their newest stored reports have them.
 *
 * @param previous of the week before; empty if that has no report or no such number
 * @param median of the four weeks before
 * @param weeks how many of the four have the number
 * @param change against the week before
 */
public record Comparison(
    Optional<Long> previous, Optional<Long> median, int weeks, Optional<WeekChange> change) {

  /**
   * @param earlier the four weeks before, the nearest first; empty where there is no number
   */
  static Comparison of(Optional<Long> now, List<Optional<Long>> earlier) {
    List<Long> known = earlier.stream().flatMap(Optional::stream).sorted().toList();
    Optional<Long> previous = earlier.isEmpty() ? Optional.empty() : earlier.get(0);
    return new Comparison(
        previous,
        median(known),
        known.size(),
        now.flatMap(n -> previous.map(p -> WeekChange.of(p, n))));
  }

  private static Optional<Long> median(List<Long> sorted) {
    int size = sorted.size();
    if (size == 0) {
      return Optional.empty();
    }
    long upper = sorted.get(size / 2);
    // Halves are rounded up: the median is context, not a sum.
    return Optional.of(
        size % 2 == 1 ? upper : Math.floorDiv(sorted.get(size / 2 - 1) + upper + 1, 2L));
  }

  /** One measure of the whole week. */
  public record MetricLine(Measure measure, Totals totals, Comparison comparison) {}
}
