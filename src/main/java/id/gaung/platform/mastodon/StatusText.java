package id.gaung.platform.mastodon;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells whether a status carries a text of ours, although servers rewrite it: paragraphs for line
 * breaks, links shortened or completed, {@code @user@host} shown as {@code @user}, on snac some
 * punctuation turned into markup.
 */
final class StatusText {

  private static final Pattern REMOTE_MENTION =
      Pattern.compile("@([\\p{L}\\p{N}_.-]+)@[\\p{L}\\p{N}.-]+\\p{L}");
  private static final Pattern SCHEME = Pattern.compile("https?://");
  private static final Pattern REWRITTEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}*_~`>/]+");

  private StatusText() {}

  /** Whether a status's HTML shows the text. */
  static boolean shows(String html, String text) {
    String wanted = key(text);
    if (wanted.isEmpty() && !text.isBlank()) {
      // Of nothing but what servers take away, so that nothing can be told by it.
      return false;
    }
    return wanted.equals(key(asShown(html))) || wanted.equals(key(withTargets(html)));
  }

  /** What is left of a text when everything servers rewrite is taken away. */
  static String key(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    String mentions = REMOTE_MENTION.matcher(normal).replaceAll("@$1");
    String links = SCHEME.matcher(mentions).replaceAll("");
    return REWRITTEN.matcher(links).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String asShown(String html) {
    return Jsoup.parseBodyFragment(html).body().wholeText();
  }

  /** With the whole address in place of what a link shows of it. */
  private static String withTargets(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    for (Element link : document.select("a[href]")) {
      String shown = link.text().strip();
      boolean tagOrMention =
          shown.startsWith("#")
              || shown.startsWith("@")
              || link.hasClass("mention")
              || link.hasClass("hashtag");
      if (!tagOrMention) {
        link.text(link.attr("href"));
      }
    }
    return document.body().wholeText();
  }
}
