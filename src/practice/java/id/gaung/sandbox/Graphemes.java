package id.gaung.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what a reader sees as one character (Java 17's BreakIterator is wrong for emoji). */
final class Graphemes {

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private Graphemes() {}

  static int count(String text) {
    Matcher matcher = CLUSTER.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
