package id.gaung.platform;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Cuts a text into plain parts, links, hashtags and mentions as one network sees them. The parts
 * joined give the text back. Thread-safe.
 */
public final class TextScanner implements TextCutter {

  private static final String SHORT_LINKS =
      "ai|am|be|bio|cc|club|co|ee|gd|gg|gl|gle|gy|is|ly|me|my|page|sg|to|tv|us|watch|xyz";

  /**
   * Names without scheme. A forgotten space after a full stop ("selesai.Silakan",
   * "terjangkau.Info") must not become a link, so: few top-level domains; small letters, or
   * capitals alone; and where the domain is a word that may begin a sentence, or one that is known
   * for short links alone ("wa.me/62812"), a path must follow.
   */
  private static final Pattern BARE_LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{M}_@/.#:=-])(?:"
              + bare(
                  "a-z",
                  "com|org|gov|edu|id|net|io",
                  "info|biz|app|dev|link|social|shop|store|site|online|asia|" + SHORT_LINKS)
              + "|"
              + bare(
                  "A-Z",
                  "COM|ORG|GOV|EDU|ID|NET|IO",
                  "INFO|BIZ|APP|DEV|LINK|SOCIAL|SHOP|STORE|SITE|ONLINE|ASIA|"
                      + SHORT_LINKS.toUpperCase(Locale.ROOT))
              + ")");

  /**
   * @param names top-level domains that are no words
   * @param words those that are
   */
  private static String bare(String letters, String names, String words) {
    String label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.";
    // A capital behind a small name begins the next sentence: "toko.id.Pesan".
    String next = letters.equals("a-z") ? "[\\p{L}\\p{N}&&[^\\p{Lu}]]" : "[\\p{L}\\p{N}]";
    String end = "(?![\\p{L}\\p{N}\\p{M}_@-])(?!\\.NEXT)(?::[0-9]{2,5})?".replace("NEXT", next);
    // The label before the domain is of the same case: "Toko.id", but not "TERJANGKAU.id".
    return "(?:LABEL){1,20}?(?<=[CASE0-9]\\.)(?:(?:NAMES)END(?:/[^\\s]*)?|(?:WORDS)END/[^\\s]*)"
        .replace("LABEL", label)
        .replace("CASE", letters)
        .replace("NAMES", names)
        .replace("WORDS", words)
        .replace("END", end);
  }

  /**
   * A name with {@code www.}: below any top-level domain, but written like a bare one, so that
   * "www.kopi.Info pemesanan" leads nowhere.
   */
  private static final Pattern WWW =
      Pattern.compile(
          "(?i:www)\\.(?:LABEL\\.){0,20}?LABEL\\.".replace("LABEL", "[^\\s/?#.:]{1,63}")
              + "(?:(?<!\\p{Lu}\\.)(?:xn--[a-z0-9-]+|[\\p{L}\\p{M}&&[^\\p{Lu}]]{2,63})"
              + "|(?<!\\p{Ll}\\.)\\p{Lu}{2,63})(?=[:/?#]|$)");

  private static final Pattern HOST =
      Pattern.compile("(?:https?://)?[^\\s/?#]*[\\p{L}\\p{N}]", Pattern.CASE_INSENSITIVE);

  private record Span(Kind kind, int start, int end) {}

  /** What was found, and which characters it takes. */
  private record Spans(List<Span> spans, BitSet taken) {

    /** Unless another takes some of it already. */
    void add(Span span) {
      int next = taken.nextSetBit(span.start());
      if (span.start() < span.end() && (next < 0 || next >= span.end())) {
        spans.add(span);
        taken.set(span.start(), span.end());
      }
    }
  }

  private final MentionShape mentions;
  private final LinkShape links;
  private final HashtagShape hashtags;
  private final LinkExtractor extractor;

  public TextScanner(MentionShape mentions, LinkShape links, HashtagShape hashtags) {
    this.mentions = mentions;
    this.links = links;
    this.hashtags = hashtags;
    EnumSet<LinkType> types = EnumSet.of(LinkType.URL);
    if (links == LinkShape.ALSO_BARE) {
      types.add(LinkType.WWW);
    }
    this.extractor = LinkExtractor.builder().linkTypes(types).build();
  }

  /** Takes time in proportion to the text's length. */
  @Override
  public List<Segment> segments(String text) {
    Spans found = new Spans(new ArrayList<>(), new BitSet());
    addLinks(text, found);
    add(Kind.MENTION, mentions.pattern(), text, found);
    add(Kind.HASHTAG, hashtags.pattern(), text, found);
    List<Span> spans = found.spans();
    spans.sort(Comparator.comparingInt(Span::start));
    List<Segment> segments = new ArrayList<>();
    int done = 0;
    for (Span span : spans) {
      if (span.start() > done) {
        segments.add(new Segment(Kind.PLAIN, text.substring(done, span.start())));
      }
      segments.add(new Segment(span.kind(), text.substring(span.start(), span.end())));
      done = span.end();
    }
    if (done < text.length()) {
      segments.add(new Segment(Kind.PLAIN, text.substring(done)));
    }
    return List.copyOf(segments);
  }

  /** Where a link leads: {@code https://} before what has no scheme. */
  public static String target(Segment link) {
    return hasScheme(link.text(), 0) ? link.text() : "https://" + link.text();
  }

  private void addLinks(String text, Spans spans) {
    if (links == LinkShape.NONE) {
      return;
    }
    for (LinkSpan link : extractor.extractLinks(text)) {
      int start = link.getBeginIndex();
      if (link.getType() == LinkType.WWW || hasScheme(text, start)) {
        int end = end(text, start, link.getEndIndex());
        Pattern name = link.getType() == LinkType.WWW ? WWW : HOST;
        if (name.matcher(text).region(start, end).lookingAt()) {
          spans.add(new Span(Kind.LINK, start, end));
        }
      }
    }
    if (links == LinkShape.ALSO_BARE) {
      Matcher bare = BARE_LINK.matcher(text);
      while (bare.find()) {
        spans.add(new Span(Kind.LINK, bare.start(), end(text, bare.start(), bare.end())));
      }
    }
  }

  /** Where the network makes the links itself, it decides about a forgotten space. */
  private int end(String text, int start, int most) {
    int end = LinkEnd.of(text, start, most);
    return links == LinkShape.ALSO_BARE ? LinkEnd.beforeNextSentence(text, start, end) : end;
  }

  private static void add(Kind kind, Pattern pattern, String text, Spans spans) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(kind, matcher.start(), matcher.end()));
    }
  }

  private static boolean hasScheme(String text, int at) {
    return text.regionMatches(true, at, "http://", 0, 7)
        || text.regionMatches(true, at, "https://", 0, 8);
  }
}
