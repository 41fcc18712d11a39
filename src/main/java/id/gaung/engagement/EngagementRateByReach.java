package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Engagements / reach × 100. */
public final class EngagementRateByReach implements Formula {

  @Override
  public String key() {
    return "er-reach";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.engagements(), post.count(Metric.REACH));
  }
}
