package id.gaung.platform;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/**
 * Lengths as readers and networks see them. A grapheme is an extended grapheme cluster (Unicode UAX
 * 29) by the rules of today's Unicode, which the networks use: Java 17's own cut Indic conjuncts,
 * and its {@link java.text.BreakIterator} emoji too.
 */
public final class Graphemes {

  /** Is not thread-safe; each count works on a copy. */
  private static final BreakIterator RULES = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private Graphemes() {}

  /** How many graphemes; a family emoji, a flag or a conjunct is one. */
  public static int count(String text) {
    if (text.chars().allMatch(c -> c < 0x80 && c != '\r')) {
      return text.length();
    }
    BreakIterator boundaries = (BreakIterator) RULES.clone();
    boundaries.setText(text);
    int count = 0;
    while (boundaries.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /** Length in UTF-8. */
  public static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
