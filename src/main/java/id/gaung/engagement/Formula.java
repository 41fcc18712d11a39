package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The figures of one post, in the order in which pages show them: what is divided by what, times
 * 100. The definition of each stands in the bundles under {@code formula.KEY.definition} and is
 * printed beside the number.
 */
public enum Formula {
  /** Engagements / followers at publication. */
  ER_FOLLOWERS("er-followers"),
  /** Engagements / reach. */
  ER_REACH("er-reach"),
  /** Engagements / views. */
  ER_VIEWS("er-views"),
  /** Saves / reach. */
  SAVE_RATE("save-rate"),
  /** Shares / views. */
  VIRALITY("virality"),
  /** Shares / followers at publication. */
  AMPLIFICATION("amplification");

  private final String key;

  Formula(String key) {
    this.key = key;
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
    OptionalLong part = part(post);
    OptionalLong whole = whole(post);
    if (part.isEmpty() || whole.isEmpty() || whole.getAsLong() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(part.getAsLong())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole.getAsLong()), 2, RoundingMode.HALF_UP));
  }

  private OptionalLong part(PostFigures post) {
    return switch (this) {
      case ER_FOLLOWERS, ER_REACH, ER_VIEWS -> post.engagements();
      case SAVE_RATE -> post.count(Metric.SAVES);
      case VIRALITY, AMPLIFICATION -> post.count(Metric.SHARES);
    };
  }

  private OptionalLong whole(PostFigures post) {
    return switch (this) {
      case ER_FOLLOWERS, AMPLIFICATION -> post.followersAtPublication();
      case ER_REACH, SAVE_RATE -> post.count(Metric.REACH);
      case ER_VIEWS, VIRALITY -> post.count(Metric.VIEWS);
    };
  }
}
