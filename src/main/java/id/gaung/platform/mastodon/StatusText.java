package id.gaung.platform.mastodon;

import id.gaung.platform.PostText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells whether a status carries a text of ours, although servers rewrite it: paragraphs for line
 * breaks, links shortened or completed, {@code @user@host} shown as {@code @user}, on snac some
 * punctuation turned into markup.
 */
final class StatusText {

  private StatusText() {}

  /** Whether a status's HTML shows the text. */
  static boolean shows(String html, String text) {
    String wanted = PostText.key(text);
    if (wanted.isEmpty() && !text.isBlank()) {
      // Of nothing but what servers take away, so that nothing can be told by it.
      return false;
    }
    return wanted.equals(PostText.key(asShown(html)))
        || wanted.equals(PostText.key(withTargets(html)));
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
