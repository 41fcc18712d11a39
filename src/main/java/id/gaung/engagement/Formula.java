package id.gaung.engagement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure about one post. One class per figure; its definition stands in the bundles under {@code
 * formula.KEY.definition} and is printed beside the number.
 */
public interface Formula {

  /** Names the figure's texts, such as {@code er-followers}. */
  String key();

  /**
   * The figure with two decimals, rounded half up from the exact ratio; empty if an input is
   * missing or the denominator is zero.
   */
  Optional<BigDecimal> of(PostFigures post);
}
