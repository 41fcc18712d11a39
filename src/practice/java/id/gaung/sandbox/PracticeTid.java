package id.gaung.sandbox;

import java.time.Instant;
import java.util.regex.Pattern;

/** AT Protocol's timestamp identifiers (atproto.com/specs/tid). */
final class PracticeTid {

  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");

  private PracticeTid() {}

  static boolean isTid(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * @param clock the lowest ten bits, to tell apart what happens in one microsecond
   */
  static String at(Instant time, long clock) {
    long micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    long value = (micros & ((1L << 53) - 1)) << 10 | (clock & 1023);
    char[] text = new char[13];
    for (int i = 12; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (value & 31));
      value >>>= 5;
    }
    return new String(text);
  }
}
