package id.gaung.web;

/**
 * Text that can be stored and shown: without control characters other than line breaks and tabs,
 * and without halves of characters. PostgreSQL keeps no NUL, and UTF-8 has no halves.
 */
final class PlainText {

  private PlainText() {}

  static boolean is(String text) {
    return text.codePoints().allMatch(PlainText::fits);
  }

  /** The text without what does not fit. */
  static String of(String text) {
    return is(text)
        ? text
        : text.codePoints()
            .filter(PlainText::fits)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean fits(int codePoint) {
    if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
      return true;
    }
    return !Character.isISOControl(codePoint)
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }
}
