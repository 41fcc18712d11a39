package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.util.Optional;

/** Shares / followers at publication × 100. */
public final class Amplification implements Formula {

  @Override
  public String key() {
    return "amplification";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.count(Metric.SHARES), post.followersAtPublication());
  }
}
