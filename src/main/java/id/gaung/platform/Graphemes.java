package id.gaung.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
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

  /** What is put around a digit; the digit alone is no emoji to anybody but Unicode. */
  private static final int KEYCAP = 0x20E3;

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

  /**
   * Characters of Unicode, but that each emoji counts as its UTF-8 bytes, with all that is joined
   * to it: 25 for a family of four, 8 for a flag, 7 for a digit on a key. What Unicode calls an
   * emoji is one, even where it is mostly shown as text.
   */
  public static int charactersAndEmojiBytes(String text) {
    BreakIterator boundaries = (BreakIterator) RULES.clone();
    boundaries.setText(text);
    int count = 0;
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      String one = text.substring(start, end);
      count += isEmoji(one) ? utf8Bytes(one) : one.codePointCount(0, one.length());
      start = end;
    }
    return count;
  }

  private static boolean isEmoji(String grapheme) {
    return grapheme
        .codePoints()
        .anyMatch(
            c -> c == KEYCAP || (c > 0x7F && UCharacter.hasBinaryProperty(c, UProperty.EMOJI)));
  }

  /** Length in UTF-8. */
  public static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
