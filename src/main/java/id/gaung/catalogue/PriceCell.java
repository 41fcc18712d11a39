package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price as spreadsheets write it: {@code 48000}, {@code 48.000}, {@code Rp48.000}, {@code Rp
 * 48.000,00}, {@code 48,000}. What could mean something else, such as {@code 48.5}, is no price.
 */
final class PriceCell {

  private static final Pattern PRICE =
      Pattern.compile(
          "(?:Rp\\.?|IDR)?[\\s\\u00A0]*"
              + "(?:(\\d{1,13})|(\\d{1,3}(?:\\.\\d{3}){1,4})(?:,00|,-)?"
              + "|(\\d{1,3}(?:,\\d{3}){1,4})(?:\\.00)?)",
          Pattern.CASE_INSENSITIVE);

  private PriceCell() {}

  /** The price; empty if it is none, not above zero, or beyond any product of ours. */
  static Optional<Rupiah> parse(String cell) {
    Matcher matcher = PRICE.matcher(cell.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      String digits = matcher.group(group);
      if (digits != null) {
        Rupiah price = new Rupiah(Long.parseLong(digits.replaceAll("[.,]", "")));
        boolean sensible = price.isPositive() && price.compareTo(Products.HIGHEST_PRICE) <= 0;
        return sensible ? Optional.of(price) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
