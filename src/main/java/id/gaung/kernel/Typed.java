package id.gaung.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people type or copy, without what nobody sees: zero-width spaces, marks of direction, soft
 * hyphens, and spaces that only look like one. They come along from messengers and spreadsheets and
 * must make no difference. What joins emoji to one stays.
 */
public final class Typed {

  private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([., ])\\d{3}(\\1\\d{3})*");
  private static final int JOINER = 0x200D;
  private static final int VARIATION = 0xFE0F;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  private Typed() {}

  /**
   * The same text as a reader sees it; tabs stay, and so do line breaks, each as one {@code \n}:
   * browsers send two characters for one, which would count against the length that they allow.
   */
  public static String clean(String text) {
    if (text.chars().allMatch(c -> c < 0x7F && c != '\r')) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      } else if (isBreak(c)) {
        clean.append('\n');
      } else if (isSpace(c)) {
        clean.append(' ');
      } else if (!isInvisible(c) || (c == JOINER && joins(before))) {
        clean.appendCodePoint(c);
      } else {
        continue;
      }
      before = c;
    }
    return clean.toString();
  }

  /**
   * A name as it is kept, of whatever it is: in composed letters (NFC), on one line, with one space
   * between words and none around them, and without what nobody sees.
   */
  public static String name(String typed) {
    return Normalizer.normalize(clean(typed), Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
        .strip();
  }

  /**
   * A whole number as people write it, {@code 1.250}, {@code 1,250} or {@code 1 250}, in digits
   * alone; what could mean anything else, such as {@code 1,2}, as it was typed.
   */
  public static String whole(String typed) {
    String clean = clean(typed).strip();
    return GROUPED.matcher(clean).matches() ? clean.replaceAll("[., ]", "") : clean;
  }

  private static boolean isBreak(int c) {
    return c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
  }

  private static boolean isSpace(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR || c == 0x2800 || c == 0x3164;
  }

  private static boolean isInvisible(int c) {
    boolean tagOfAFlag = c >= FIRST_TAG && c <= LAST_TAG;
    return (Character.getType(c) == Character.FORMAT && !tagOfAFlag)
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0xFFA0
        || (c >= 0x17B4 && c <= 0x17B5)
        || c == 0x180E;
  }

  private static boolean joins(int before) {
    return before == VARIATION || (!Character.isLetterOrDigit(before) && before > 0x2000);
  }
}
