package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Saves / reach × 100. */
public final class SaveRate implements Formula {

  @Override
  public String key() {
    return "save-rate";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.count(Metric.SAVES), post.count(Metric.REACH));
  }
}
