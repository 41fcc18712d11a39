package id.gaung.engagement;

import java.math.BigDecimal;
import java.util.Optional;

/** Engagements / followers at publication × 100. */
public final class EngagementRateByFollowers implements Formula {

  @Override
  public String key() {
    return "er-followers";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.percent(post.engagements(), post.followersAtPublication());
  }
}
