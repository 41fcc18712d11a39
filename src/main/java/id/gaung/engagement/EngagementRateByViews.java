package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Engagements / views × 100. */
public final class EngagementRateByViews implements Formula {

  @Override
  public String key() {
    return "er-views";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.engagements(), post.count(Metric.VIEWS));
  }
}
