package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Cost / views, in rupiah. */
public final class CostPerView implements Formula {

  @Override
  public String key() {
    return "cost-per-view";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.of(Cost.of(post), post.count(Metric.VIEWS), BigDecimal.ONE);
  }
}
