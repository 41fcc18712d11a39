package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Cost / views × 1,000, in rupiah. */
public final class CostPerMille implements Formula {

  @Override
  public String key() {
    return "cost-per-mille";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.of(Cost.of(post), post.count(Metric.VIEWS), BigDecimal.valueOf(1000));
  }
}
