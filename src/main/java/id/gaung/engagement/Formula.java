package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The figures of one post, in the order in which pages show them: what is divided by what, times
 * 100. The definition of each stands in the bundles under {@code formula.KEY.definition} and is
 * printed beside the number.
 */
public enum Formula {
  /** Engagements / followers at publication. */
  ER_FOLLOWERS("er-followers", PostFigures::engagements, PostFigures::followersAtPublication),
  /** Engagements / reach. */
  ER_REACH("er-reach", PostFigures::engagements, count(Metric.REACH)),
  /** Engagements / views. */
  ER_VIEWS("er-views", PostFigures::engagements, count(Metric.VIEWS)),
  /** Saves / reach. */
  SAVE_RATE("save-rate", count(Metric.SAVES), count(Metric.REACH)),
  /** Shares / views. */
  VIRALITY("virality", count(Metric.SHARES), count(Metric.VIEWS)),
  /** Shares / followers at publication. */
  AMPLIFICATION("amplification", count(Metric.SHARES), PostFigures::followersAtPublication);

  private final String key;
  private final Function<PostFigures, OptionalLong> part;
  private final Function<PostFigures, OptionalLong> whole;

  Formula(
      String key,
      Function<PostFigures, OptionalLong> part,
      Function<PostFigures, OptionalLong> whole) {
    this.key = key;
    this.part = part;
    this.whole = whole;
  }

  private static Function<PostFigures, OptionalLong> count(Metric metric) {
    return post -> post.count(metric);
  }

  /** Names the figure's texts, such as {@code er-followers}. */
  public String key() {
    return key;
  }

  /**
   * Percent with two decimals, rounded half up from the exact ratio (domain.md 3.5, rule 16); empty
   * if a count is missing or the denominator is zero.
   */
  public Optional<BigDecimal> of(PostFigures post) {
    OptionalLong over = part.apply(post);
    OptionalLong under = whole.apply(post);
    if (over.isEmpty() || under.isEmpty() || under.getAsLong() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(over.getAsLong())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(under.getAsLong()), 2, RoundingMode.HALF_UP));
  }
}
