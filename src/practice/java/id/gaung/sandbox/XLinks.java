package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as X shows it: addresses are wrapped by {@code t.co}, signs of HTML escaped.
 *
 * @param urls the entities that say what each wrapped address leads to
 */
record XLinks(String text, ArrayNode urls) {

  private static final int CODE = 10;

  private static final Pattern LINK =
      Pattern.compile(
          "(?<![@\\w./-])(?:https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]|(?:[a-z0-9-]+\\.)+(?:com|id|net|org|me)\\b(?:/[^\\s<>\"]*[^\\s<>\".,;:!?)])?)",
          Pattern.CASE_INSENSITIVE);

  static XLinks of(String typed) {
    StringBuilder text = new StringBuilder();
    ArrayNode urls = PracticeJson.array();
    Matcher link = LINK.matcher(typed);
    int end = 0;
    while (link.find()) {
      text.append(escaped(typed.substring(end, link.start())));
      String whole = link.group().contains("://") ? link.group() : "http://" + link.group();
      String wrapped = wrapped(whole);
      urls.addObject()
          .put("start", text.length())
          .put("end", text.length() + wrapped.length())
          .put("url", wrapped)
          .put("expanded_url", whole)
          .put("display_url", whole.replaceFirst("https?://(www\\.)?", ""));
      text.append(wrapped);
      end = link.end();
    }
    return new XLinks(text.append(escaped(typed.substring(end))).toString(), urls);
  }

  /** With the address behind it that X adds for what is attached. */
  XLinks attached(String page, boolean video) {
    String whole = page + (video ? "/video/1" : "/photo/1");
    String wrapped = wrapped(whole);
    String shown = (text + " " + wrapped).strip();
    ArrayNode more = urls.deepCopy();
    more.addObject()
        .put("start", shown.length() - wrapped.length())
        .put("end", shown.length())
        .put("url", wrapped)
        .put("expanded_url", whole)
        .put("media_key", (video ? "13_" : "3_") + 1);
    return new XLinks(shown, more);
  }

  private static String wrapped(String address) {
    String code = Long.toString(Chance.number("t.co", address) >>> 1, Character.MAX_RADIX);
    String padded = String.format(Locale.ROOT, "%12s", code).replace(' ', '0');
    return "https://t.co/" + padded.substring(0, CODE);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** How X counts, but for joined emoji: an address 23, of most scripts a letter 1, else 2. */
  static int weight(String typed) {
    String text = LINK.matcher(typed).replaceAll("x".repeat(23));
    return text.codePoints()
        .map(
            c ->
                c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223)
                    ? 1
                    : c >= 8242 && c <= 8247 ? 1 : 2)
        .sum();
  }
}
