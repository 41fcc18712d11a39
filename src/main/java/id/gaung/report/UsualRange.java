package id.gaung.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What is usual for a figure: the middle half of the weeks before, from the lower to the upper
 * quartile, rounded outwards to two digits so that it reads as what it is.
 *
 * @param weeks how many weeks it is made of
 */
public record UsualRange(BigDecimal low, BigDecimal high, int weeks) {

  /** Of fewer weeks nothing is usual. */
  static final int FEWEST = 3;

  /** Where a value stands to it. */
  public enum Place {
    BELOW,
    WITHIN,
    ABOVE
  }

  /**
   * @param earlier the known values of the weeks before, in any order
   */
  static Optional<UsualRange> of(List<BigDecimal> earlier) {
    if (earlier.size() < FEWEST) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = earlier.stream().sorted().toList();
    return Optional.of(
        new UsualRange(
            rounded(quantile(sorted, 1), RoundingMode.DOWN),
            rounded(quantile(sorted, 3), RoundingMode.UP),
            sorted.size()));
  }

  Place place(BigDecimal value) {
    if (value.compareTo(low) < 0) {
      return Place.BELOW;
    }
    return value.compareTo(high) > 0 ? Place.ABOVE : Place.WITHIN;
  }

  private static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
    BigDecimal round = value.round(new MathContext(2, mode));
    return round.scale() < 0 ? round.setScale(0) : round;
  }

  /** Between the two nearest values, as far as the quarter lies between their places. */
  private static BigDecimal quantile(List<BigDecimal> sorted, int quarters) {
    int place = (sorted.size() - 1) * quarters;
    BigDecimal below = sorted.get(place / 4);
    BigDecimal above = sorted.get(Math.min(place / 4 + 1, sorted.size() - 1));
    BigDecimal share = BigDecimal.valueOf(place % 4).divide(BigDecimal.valueOf(4));
    return below.add(above.subtract(below).multiply(share));
  }
}
