package id.gaung.campaign;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The house rule that paid content says so in its first line (domain.md 5.6). How the line reads is
 * the office's setting; it begins with "Iklan" and a dash.
 */
public final class Disclosure {

  /** An ad line at the beginning, whosever it is, up to the end of its sentence. */
  private static final Pattern AT_THE_START =
      Pattern.compile(
          "^\\s*iklan[\\s\\u00a0]*[\\u2010-\\u2015\\u2212-](?:(?!\\.(?:\\s|$))[^\\n|:;!])*[\\s.,:;!|]*",
          Pattern.CASE_INSENSITIVE);

  private Disclosure() {}

  /** A caption without an ad line at its beginning; the whole of one that has nothing else. */
  public static String without(String caption) {
    String rest = AT_THE_START.matcher(caption).replaceFirst("");
    return rest.isBlank() ? caption : rest;
  }

  /**
   * The ad line at the beginning of a caption, with what parts it from the rest, so that both put
   * together are the caption; empty if it begins with none, or has nothing else.
   */
  public static String lead(String caption) {
    String rest = without(caption);
    return caption.substring(0, caption.length() - rest.length());
  }

  /** Whether a caption has the line; dashes, capitals and spaces may differ. */
  public static boolean isIn(String line, String caption) {
    return plain(caption).contains(plain(line).strip());
  }

  /** The caption with the line as its first; unchanged if it has the line already. */
  public static String with(String line, String caption) {
    return isIn(line, caption) ? caption : line.strip() + "\n" + caption.stripLeading();
  }

  /** What a creator wrote below the line, where the caption begins with it. */
  public static String below(String line, String caption) {
    String first = caption.lines().findFirst().orElse("");
    return plain(first).replaceAll("[\\s.,:;!|]+$", "").equals(plain(line).strip())
        ? caption.substring(Math.min(caption.length(), first.length() + 1))
        : caption;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[\\u2010-\\u2015\\u2212-]", "-")
        .replaceAll("[\\s\\u00a0]*-[\\s\\u00a0]*", "-")
        .replaceAll("[\\s\\u00a0]+", " ");
  }
}
