package id.gaung.platform.mastodon;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
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

  /** Addresses, mentions, emoji names, tags and what stands in brackets: servers may hide them. */
  private static final Pattern NOT_KEPT =
      Pattern.compile("https?://\\S+|@\\S+|:\\S+:|<[^<>]*>|\\[[^\\[\\]]*\\]");

  /** Shorter ones may be part of an emoticon, which some servers draw. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private StatusText() {}

  /** Whether a status's HTML shows the text. */
  static boolean shows(String html, String text) {
    String wanted = key(text);
    return wanted.equals(key(asShown(html))) || wanted.equals(key(withTargets(html)));
  }

  /** Whether the source of a status is the text. */
  static boolean same(String source, String text) {
    return key(source).equals(key(text));
  }

  /**
   * Whether a status may be the text although it does not show it: no server known takes words
   * away, whatever it makes of addresses, mentions and markup.
   */
  static boolean mayBe(String html, String text) {
    String shown = letters(asShown(html));
    return WORD.matcher(NOT_KEPT.matcher(normal(text)).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .allMatch(word -> shown.contains(letters(word)));
  }

  private static String letters(String text) {
    return BETWEEN_WORDS.matcher(normal(text)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Accents and width as one: a server may store a text in another form of Unicode. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
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
