package id.gaung.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * This week against the one before (domain.md 3.5, rule 11): nothing is divided by zero, and small
 * numbers are not dressed up as percentages.
 *
 * @param difference b − a
 * @param percent (b − a) / a × 100, one decimal; only of {@link Kind#PERCENT}
 */
public record WeekChange(Kind kind, long difference, Optional<BigDecimal> percent) {

  public enum Kind {
    /** There was nothing before. */
    NEW,
    /** There was too little before for a percentage. */
    DIFFERENCE,
    PERCENT
  }

  private static final long TOO_FEW = 30;

  static WeekChange of(long before, long now) {
    long difference = now - before;
    if (before == 0) {
      return new WeekChange(now == 0 ? Kind.DIFFERENCE : Kind.NEW, difference, Optional.empty());
    }
    if (before < TOO_FEW) {
      return new WeekChange(Kind.DIFFERENCE, difference, Optional.empty());
    }
    BigDecimal percent =
        BigDecimal.valueOf(difference)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
    return new WeekChange(Kind.PERCENT, difference, Optional.of(percent));
  }
}
