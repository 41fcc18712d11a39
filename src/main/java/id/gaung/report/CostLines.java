package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.report.ReportInputs.CampaignBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The costs of the posts of the week. Cost figures are pooled: Σcost / Σcount. */
final class CostLines {

  private CostLines() {}

  private record Pooled(Optional<BigDecimal> rupiah, int posts) {}

  static Costs of(List<ReportedPost> rows, List<CampaignBudget> campaigns) {
    List<ReportedPost> posts = rows.stream().filter(ReportedPost::publishedThisWeek).toList();
    List<ReportedPost> known = posts.stream().filter(row -> row.cost().isPresent()).toList();
    Pooled perInteraction = pooled(known, Measure.INTERACTIONS, 1);
    Pooled perMille = pooled(known, Measure.VIEWS, 1000);
    return new Costs(
        campaigns,
        campaigns.stream().map(CampaignBudget::budget).reduce(Rupiah.ZERO, Rupiah::plus),
        cost(known),
        known.size(),
        posts.size() - known.size(),
        perInteraction.rupiah(),
        perInteraction.posts(),
        perMille.rupiah(),
        perMille.posts());
  }

  private static Pooled pooled(List<ReportedPost> known, Measure measure, int times) {
    List<ReportedPost> counted =
        known.stream().filter(row -> row.cell(measure).lifetime().isPresent()).toList();
    long count = counted.stream().mapToLong(row -> row.cell(measure).lifetime().orElse(0L)).sum();
    return new Pooled(pooled(cost(counted).amount(), count, times), counted.size());
  }

  /** Rupiah for so many; empty if nothing was counted. */
  static Optional<BigDecimal> pooled(long rupiah, long count, int times) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(rupiah)
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
  }

  private static Rupiah cost(List<ReportedPost> rows) {
    return rows.stream()
        .map(row -> row.cost().orElse(Rupiah.ZERO))
        .reduce(Rupiah.ZERO, Rupiah::plus);
  }
}
