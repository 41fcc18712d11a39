package id.gaung.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** Two decimals, half up, from the exact ratio (domain.md 3.5, rule 16). */
final class Ratio {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Ratio() {}

  static Optional<BigDecimal> percent(OptionalLong part, OptionalLong whole) {
    return of(part, whole, HUNDRED);
  }

  /** {@code part / whole × times}; empty if either is missing or the whole is zero. */
  static Optional<BigDecimal> of(OptionalLong part, OptionalLong whole, BigDecimal times) {
    if (part.isEmpty() || whole.isEmpty() || whole.getAsLong() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(part.getAsLong())
            .multiply(times)
            .divide(BigDecimal.valueOf(whole.getAsLong()), 2, RoundingMode.HALF_UP));
  }
}
