package id.gaung.report;

import id.gaung.engagement.RateOfPosts;
import id.gaung.engagement.RateShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A ratio of the report, worked out from its rows. */
public record Ratio(Quotient quotient, List<Quotient.Parts> parts) {

  public Ratio {
    parts = List.copyOf(parts);
  }

  public long over() {
    return parts.stream().mapToLong(Quotient.Parts::over).sum();
  }

  public long under() {
    return parts.stream().mapToLong(Quotient.Parts::under).sum();
  }

  /** Σ / Σ: percent of a rate, rupiah of a cost. */
  public Optional<BigDecimal> pooled() {
    return quotient.isCost()
        ? CostLines.pooled(over(), under(), times())
        : RateOfPosts.pooled(shares());
  }

  public Optional<BigDecimal> mean() {
    return RateOfPosts.mean(shares());
  }

  public Optional<BigDecimal> median() {
    return RateOfPosts.median(shares());
  }

  /** One post's own ratio. */
  public Optional<BigDecimal> own(Quotient.Parts of) {
    return new Ratio(quotient, List.of(of)).pooled();
  }

  private int times() {
    return quotient == Quotient.COST_PER_MILLE ? 1000 : 1;
  }

  private List<RateShare> shares() {
    return parts.stream().map(p -> new RateShare(p.over(), p.under())).toList();
  }
}
