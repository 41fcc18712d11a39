package id.gaung.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An amount of money in whole rupiah; there are no sen. Arithmetic overflows loudly.
 *
 * @param amount whole rupiah, may be negative (a correction)
 */
public record Rupiah(long amount) implements Comparable<Rupiah> {

  public static final Rupiah ZERO = new Rupiah(0);

  private static final Pattern TYPED =
      Pattern.compile(
          "(?:(?:Rp|IDR)\\.? ?)?(?:(\\d{4,15})(?:[.,]00?|[.,]-)?"
              + "|(\\d{1,3})(?:[.,]-)?"
              + "|(\\d{1,3}(?:\\.\\d{3}){1,4})(?:,00?|,-)?"
              + "|(\\d{1,3}(?:,\\d{3}){1,4})(?:\\.00?|\\.-|,-)?"
              + "|(\\d{1,3}(?: \\d{3}){1,4})(?:[.,]00?|[.,]-)?)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads what people type and spreadsheets write, the same everywhere: {@code 1500000}, {@code
   * 1.500.000}, {@code Rp 1.500.000,-}, {@code 1,500,000.00}. Empty if it is no whole amount, or
   * could mean another, such as {@code 48.5}, or {@code 48.00}: 48.000 that lost a zero.
   */
  public static Optional<Rupiah> parse(String typed) {
    Matcher matcher = TYPED.matcher(Typed.clean(typed).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return IntStream.rangeClosed(1, matcher.groupCount())
        .mapToObj(matcher::group)
        .filter(Objects::nonNull)
        .findFirst()
        .map(digits -> new Rupiah(Long.parseLong(digits.replaceAll("[., ]", ""))));
  }

  public Rupiah plus(Rupiah other) {
    return new Rupiah(Math.addExact(amount, other.amount));
  }

  public Rupiah minus(Rupiah other) {
    return new Rupiah(Math.subtractExact(amount, other.amount));
  }

  public boolean isPositive() {
    return amount > 0;
  }

  @Override
  public int compareTo(Rupiah other) {
    return Long.compare(amount, other.amount);
  }
}
