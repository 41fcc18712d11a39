package id.gaung.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the week brought for one kecamatan, those without any post included.
 *
 * @param code empty for posts that show no product
 * @param umkm how many UMKM are registered there
 * @param published accounts on which the week's posts show a product from there; posts are counted
 *     by {@link PostsOut}
 * @param ratio share of exposure / share of UMKM; 1.00 is proportional
 */
public record KecamatanLine(
    String code,
    String name,
    int umkm,
    int published,
    int measured,
    Optional<Long> views,
    Optional<Long> interactions,
    Optional<BigDecimal> ratio) {

  private static final BigDecimal LOW = new BigDecimal("0.70");
  private static final BigDecimal HIGH = new BigDecimal("1.50");

  /** Whether it gets far less than its share. */
  public boolean isLow() {
    return ratio.filter(r -> r.compareTo(LOW) < 0).isPresent();
  }

  /** Whether it gets far less or far more than its share (domain.md 6.3). */
  public boolean uneven() {
    return ratio.filter(r -> r.compareTo(LOW) < 0 || r.compareTo(HIGH) > 0).isPresent();
  }
}
