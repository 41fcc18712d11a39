package id.gaung.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little text format as LinkedIn reads it: cut, without a word, where it does not fit. */
final class LinkedInTexts {

  private static final Pattern PART =
      Pattern.compile(
          "\\{hashtag\\|\\\\?#\\|((?:[^\\\\|{}]|\\\\.)+)\\}"
              + "|@\\[([^\\]]+)\\]\\(urn:li:[^)]+\\)"
              + "|\\\\([\\\\|{}@\\[\\]()<>#*_~])"
              + "|(#[\\p{L}\\p{N}]+)"
              + "|([^\\\\|{}@\\[\\]()<>#*_~]+)",
          Pattern.DOTALL);

  private LinkedInTexts() {}

  /** What people see of it. */
  static String shown(String little) {
    StringBuilder shown = new StringBuilder();
    Matcher part = PART.matcher(little);
    int end = 0;
    while (end < little.length() && part.region(end, little.length()).lookingAt()) {
      shown.append(part.group(1) == null ? plain(part) : "#" + part.group(1).replace("\\", ""));
      end = part.end();
    }
    return shown.toString();
  }

  private static String plain(Matcher part) {
    for (int group = 2; group <= 5; group++) {
      if (part.group(group) != null) {
        return part.group(group);
      }
    }
    return "";
  }
}
