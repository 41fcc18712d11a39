package id.gaung.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Indonesian telephone number as WhatsApp takes it. Personal data: shown to staff alone.
 *
 * @param digits {@code 62} and the number without its leading zero, such as {@code 6281200000101}
 */
public record Whatsapp(String digits) {

  private static final Pattern DIGITS = Pattern.compile("62[1-9][0-9]{7,12}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-\\u2010-\\u2015\\u2212']");

  /** A spreadsheet's number, shown with decimals. */
  private static final Pattern DECIMALS = Pattern.compile("(\\+?\\d{8,15})[.,]0+");

  /** A single digit behind a dot is a decimal or a slip, not a group of a number. */
  private static final Pattern STRAY = Pattern.compile(".*[.,]\\d");

  public Whatsapp {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("not 62 and 8 to 13 digits");
    }
  }

  /**
   * Reads what people type: {@code 0812-0000-0101}, {@code +62 812…}, {@code 62812…}, or {@code
   * 812…}, which spreadsheets make of it. Empty if it is no such number.
   */
  public static Optional<Whatsapp> parse(String typed) {
    String seen = Typed.clean(typed).strip();
    var decimals = DECIMALS.matcher(seen);
    seen = decimals.matches() ? decimals.group(1) : seen;
    if (STRAY.matcher(seen).matches()) {
      return Optional.empty();
    }
    String bare = SEPARATORS.matcher(seen).replaceAll("");
    boolean international = bare.startsWith("+");
    String number = international ? bare.substring(1) : bare;
    if (number.startsWith("00")) {
      number = number.substring(2);
    } else if (!international && number.startsWith("0")) {
      number = "62" + number.substring(1);
    } else if (!international && number.startsWith("8")) {
      number = "62" + number;
    }
    // +62 (0)812… is written often.
    number = number.startsWith("620") ? "62" + number.substring(3) : number;
    return DIGITS.matcher(number).matches() ? Optional.of(new Whatsapp(number)) : Optional.empty();
  }

  /** As people read it: {@code +62 812-0000-0101}. */
  public String spoken() {
    String own = digits.substring(2);
    return "+62 " + own.substring(0, 3) + "-" + own.substring(3, 7) + "-" + own.substring(7);
  }

  /** Opens a chat with this number. */
  public String link() {
    return "https://wa.me/" + digits;
  }

  /** Not the number: it must not reach a log by chance. */
  @Override
  public String toString() {
    return "62…" + digits.substring(digits.length() - 2);
  }
}
