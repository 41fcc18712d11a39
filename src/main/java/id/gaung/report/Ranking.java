package id.gaung.report;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The posts whose engagements grew most in the week, and least. Deleted posts are left out, and so
 * are those whose week is not known; nobody is at the top and at the bottom at once.
 *
 * @param top at most three, the best first
 * @param bottom at most three, the weakest first
 */
record Ranking(List<UUID> top, List<UUID> bottom) {

  private static final int SHOWN = 3;

  static Ranking of(List<ReportedPost> rows) {
    List<UUID> best =
        rows.stream()
            .filter(row -> row.removedAt().isEmpty())
            .filter(row -> row.cell(Measure.INTERACTIONS).complete())
            .sorted(
                Comparator.comparing(
                        (ReportedPost row) -> row.cell(Measure.INTERACTIONS).known().orElse(0L))
                    .reversed()
                    .thenComparing(ReportedPost::publishedAt)
                    .thenComparing(ReportedPost::renditionId))
            .map(ReportedPost::renditionId)
            .toList();
    int top = Math.min(SHOWN, best.size());
    List<UUID> others = best.subList(Math.max(top, best.size() - SHOWN), best.size());
    List<UUID> weakest = new java.util.ArrayList<>(others);
    java.util.Collections.reverse(weakest);
    return new Ranking(List.copyOf(best.subList(0, top)), List.copyOf(weakest));
  }
}
