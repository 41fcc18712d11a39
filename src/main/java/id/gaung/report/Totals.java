package id.gaung.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measure of many posts. All three sums are empty if no post has data: that is not zero.
 *
 * @param withData posts whose number for the week is known
 * @param without posts whose number is not
 * @param why those have none, with how many each
 */
public record Totals(
    Optional<Long> growth,
    Optional<Long> correction,
    Optional<Long> late,
    int withData,
    int without,
    Map<Why, Integer> why) {

  public Totals {
    why = Map.copyOf(why);
  }

  static Totals of(List<ReportedPost> rows, Measure measure) {
    List<Cell> cells = rows.stream().map(row -> row.cell(measure)).toList();
    List<Cell> known = cells.stream().filter(Cell::complete).toList();
    Map<Why, Integer> why = new EnumMap<>(Why.class);
    cells.forEach(cell -> cell.why().ifPresent(reason -> why.merge(reason, 1, Integer::sum)));
    if (known.isEmpty()) {
      return new Totals(Optional.empty(), Optional.empty(), Optional.empty(), 0, cells.size(), why);
    }
    return new Totals(
        Optional.of(known.stream().mapToLong(cell -> cell.growth().orElse(0L)).sum()),
        Optional.of(known.stream().mapToLong(cell -> cell.correction().orElse(0L)).sum()),
        Optional.of(known.stream().mapToLong(cell -> cell.late().orElse(0L)).sum()),
        known.size(),
        cells.size() - known.size(),
        why);
  }
}
