package id.gaung.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A business's number (Nomor Induk Berusaha), issued by OSS.
 *
 * @param digits exactly 13
 */
public record Nib(String digits) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

  public Nib {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a NIB has exactly 13 digits");
    }
  }

  /**
   * Reads what people type, with spaces, or with the apostrophe that keeps a spreadsheet's text.
   */
  public static Optional<Nib> parse(String typed) {
    String bare = typed.replaceAll("[\\s']", "");
    return DIGITS.matcher(bare).matches() ? Optional.of(new Nib(bare)) : Optional.empty();
  }

  @Override
  public String toString() {
    return digits;
  }
}
