package id.gaung.engagement;

import java.math.BigDecimal;
import java.util.Optional;

/** Cost / engagements, in rupiah. */
public final class CostPerEngagement implements Formula {

  @Override
  public String key() {
    return "cost-per-engagement";
  }

  @Override
  public Optional<BigDecimal> of(PostFigures post) {
    return Ratio.of(Cost.of(post), post.engagements(), BigDecimal.ONE);
  }
}
