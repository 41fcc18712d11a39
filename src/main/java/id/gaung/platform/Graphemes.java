package id.gaung.platform;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths as readers and networks see them. A grapheme is an extended grapheme cluster (Unicode UAX
 * 29), found by the regular expression {@code \X}: {@link java.text.BreakIterator} of Java 17 cuts
 * emoji into pieces.
 */
public final class Graphemes {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private Graphemes() {}

  /** How many graphemes; a family emoji or a flag is one. */
  public static int count(String text) {
    Matcher matcher = GRAPHEME.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** Length in UTF-8. */
  public static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
