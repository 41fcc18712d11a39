package id.gaung.sandbox;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Counts what a reader sees as one character, by the Unicode of today as the networks do: Java 17's
 * {@code \X} cuts Indic conjuncts in two, and its BreakIterator emoji too.
 */
final class PracticeGraphemes {

  /** Is not thread-safe; each count works on a copy. */
  private static final BreakIterator RULES = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private PracticeGraphemes() {}

  static int count(String text) {
    BreakIterator boundaries = (BreakIterator) RULES.clone();
    boundaries.setText(text);
    int count = 0;
    while (boundaries.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
