package id.gaung.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How evenly exposure is spread over the kecamatan (domain.md 6.3).
 *
 * @param base what exposure is: views, or interactions in a week in which no network gave views
 * @param jain Jain's index, (Σx)² / (n Σx²): 1.00 is even, 1/n is all for one
 */
public record Fairness(Measure base, Optional<BigDecimal> jain) {

  static Optional<BigDecimal> jain(List<Long> exposure) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long x : exposure) {
      BigInteger value = BigInteger.valueOf(x);
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
    }
    if (squares.signum() == 0) {
      return Optional.empty();
    }
    BigInteger whole = squares.multiply(BigInteger.valueOf(exposure.size()));
    return Optional.of(
        new BigDecimal(sum.multiply(sum)).divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP));
  }

  /** (x / Σx) / (u / Σu), two decimals; empty if there is no exposure at all or no UMKM there. */
  static Optional<BigDecimal> ratio(long x, long allX, long umkm, long allUmkm) {
    if (allX == 0 || umkm == 0) {
      return Optional.empty();
    }
    BigDecimal above = BigDecimal.valueOf(x).multiply(BigDecimal.valueOf(allUmkm));
    BigDecimal below = BigDecimal.valueOf(allX).multiply(BigDecimal.valueOf(umkm));
    return Optional.of(above.divide(below, 2, RoundingMode.HALF_UP));
  }
}
