package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Shares / views × 100. */
public final class Virality implements Formula {

  @Override
  public String key() {
    return "virality";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.count(Metric.SHARES), post.count(Metric.VIEWS));
  }
}
