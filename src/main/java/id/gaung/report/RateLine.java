package id.gaung.report;

import id.gaung.platform.RateBase;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The engagement rate of the posts that came out in the week, on one base, in percent.
 *
 * @param posts how many have a rate on this base
 * @param pooled ΣE / Σbase
 * @param mean of the posts' own rates
 * @param median of the posts' own rates
 */
public record RateLine(
    RateBase base,
    int posts,
    Optional<BigDecimal> pooled,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> median) {

  private static final int SMALL = 5;

  /** Too few posts to call anything typical. */
  public boolean small() {
    return posts < SMALL;
  }
}
