package id.gaung.sandbox;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Mastodon counts a text and what HTML it makes of it. */
final class MastodonText {

  static final int MAX_CHARACTERS = 500;
  static final int URL_CHARACTERS = 23;

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@(\\w+)@[\\w.-]+\\w");
  private static final Pattern LINKED =
      Pattern.compile("(?<url>https?://[^\\s<>\"]+)|(?<![\\w/])#(?<tag>[\\p{L}\\p{M}\\p{N}_]+)");

  private MastodonText() {}

  /** Grapheme clusters; a link counts 23, of a remote mention only the name counts. */
  static int length(String text) {
    String shortened = URL.matcher(text).replaceAll("x".repeat(URL_CHARACTERS));
    return PracticeGraphemes.count(REMOTE_MENTION.matcher(shortened).replaceAll("@$1"));
  }

  static String html(String text, URI base) {
    StringBuilder html = new StringBuilder("<p>");
    Matcher matcher = LINKED.matcher(text);
    int end = 0;
    while (matcher.find()) {
      html.append(escape(text.substring(end, matcher.start())));
      String url = matcher.group("url");
      html.append(url != null ? link(url) : hashtag(matcher.group("tag"), base));
      end = matcher.end();
    }
    html.append(escape(text.substring(end)));
    return html.append("</p>").toString().replaceAll("\n{2,}", "</p><p>").replace("\n", "<br />");
  }

  private static String link(String url) {
    String shown = url.replaceFirst("^https?://(www\\.)?", "");
    String hidden = url.substring(0, url.length() - shown.length());
    return "<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">%s</span><span class=\"\">%s</span></a>"
        .formatted(escape(url), escape(hidden), escape(shown));
  }

  private static String hashtag(String tag, URI base) {
    return "<a href=\"%s/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
        .formatted(base, escape(tag), escape(tag));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
