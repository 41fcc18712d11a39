package id.gaung.engagement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rate for many posts, in the three ways that differ so much that a page must name which one it
 * shows. Two decimals, half up, in percent.
 */
public final class RateOfPosts {

  private RateOfPosts() {}

  /** ΣE / Σbase: the headline; empty without posts or base. */
  public static Optional<BigDecimal> pooled(List<RateShare> posts) {
    long engagements = posts.stream().mapToLong(RateShare::engagements).sum();
    long base = posts.stream().mapToLong(RateShare::base).sum();
    return base == 0 ? Optional.empty() : Optional.of(rounded(exact(engagements, base)));
  }

  /** The mean of the posts' own rates; posts with a base of zero have none. */
  public static Optional<BigDecimal> mean(List<RateShare> posts) {
    List<BigDecimal> rates = rates(posts);
    return rates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            rounded(
                rates.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(rates.size()), MathContext.DECIMAL128)));
  }

  /** The median of the posts' own rates: the typical post. */
  public static Optional<BigDecimal> median(List<RateShare> posts) {
    List<BigDecimal> rates = new ArrayList<>(rates(posts));
    if (rates.isEmpty()) {
      return Optional.empty();
    }
    rates.sort(null);
    int middle = rates.size() / 2;
    if (rates.size() % 2 == 1) {
      return Optional.of(rounded(rates.get(middle)));
    }
    BigDecimal sum = rates.get(middle - 1).add(rates.get(middle));
    return Optional.of(rounded(sum.divide(BigDecimal.valueOf(2), MathContext.DECIMAL128)));
  }

  private static List<BigDecimal> rates(List<RateShare> posts) {
    return posts.stream()
        .filter(post -> post.base() > 0)
        .map(post -> exact(post.engagements(), post.base()))
        .toList();
  }

  private static BigDecimal exact(long engagements, long base) {
    return BigDecimal.valueOf(engagements)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(base), MathContext.DECIMAL128);
  }

  private static BigDecimal rounded(BigDecimal percent) {
    return percent.setScale(2, RoundingMode.HALF_UP);
  }
}
