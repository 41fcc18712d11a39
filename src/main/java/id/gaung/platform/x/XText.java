package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Puts back what X changes in a text: every address becomes one of {@code t.co}, those of attached
 * pictures and videos come behind it, and {@code &}, {@code <} and {@code >} are written as in
 * HTML.
 */
final class XText {

  private static final Pattern ATTACHED =
      Pattern.compile("https://(?:x|twitter)\\.com/[^/]+/status/\\d+/(?:photo|video)/\\d+");

  private XText() {}

  /**
   * A post's text as it was written.
   *
   * @param typed texts that it may be: where X completes an address, such as {@code toko.id},
   *     theirs is taken
   */
  static String of(JsonNode post, Collection<String> typed) {
    String text = unescaped(post.path("text").asText(""));
    XLinkSpellings known = XLinkSpellings.of(typed);
    for (JsonNode link : post.path("entities").path("urls")) {
      String wrapped = link.path("url").asText("");
      if (!wrapped.isEmpty() && typed.stream().noneMatch(one -> one.contains(wrapped))) {
        text = text.replace(wrapped, written(link, known));
      }
    }
    return text.strip();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String written(JsonNode link, XLinkSpellings known) {
    String whole = link.path("expanded_url").asText("");
    if (link.has("media_key") || ATTACHED.matcher(whole).matches()) {
      return "";
    }
    return known.written(whole.isEmpty() ? link.path("url").asText("") : whole);
  }
}
