package id.gaung.platform;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Cuts a text into plain parts, links, hashtags and mentions as one network sees them. The parts
 * joined give the text back. Thread-safe.
 */
public final class TextScanner {

  /**
   * Names without scheme. A forgotten space after a full stop ("selesai.Silakan",
   * "terjangkau.Info") must not become a link, so: few top-level domains; small letters, or
   * capitals alone; and where the domain is a word that may begin a sentence, a path must follow.
   */
  private static final Pattern BARE_LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{M}_@/.#:=-])(?:"
              + bare(
                  "a-z",
                  "com|org|gov|edu|id|net|io",
                  "info|biz|app|dev|link|social|shop|store" + "|site|online|asia")
              + "|"
              + bare(
                  "A-Z",
                  "COM|ORG|GOV|EDU|ID|NET|IO",
                  "INFO|BIZ|APP|DEV|LINK|SOCIAL|SHOP|STORE" + "|SITE|ONLINE|ASIA")
              + ")");

  /**
   * @param names top-level domains that are no words
   * @param words those that are
   */
  private static String bare(String letters, String names, String words) {
    String label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.";
    String end = "(?![\\p{L}\\p{N}\\p{M}_@-])(?!\\.[\\p{L}\\p{N}])(?::[0-9]{2,5})?";
    // The label before the domain is of the same case: "Toko.id", but not "TERJANGKAU.id".
    return "(?:LABEL){1,20}?(?<=[CASE0-9]\\.)(?:(?:NAMES)END(?:/[^\\s]*)?|(?:WORDS)END/[^\\s]*)"
        .replace("LABEL", label)
        .replace("CASE", letters)
        .replace("NAMES", names)
        .replace("WORDS", words)
        .replace("END", end);
  }

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
        int end = LinkEnd.of(text, start, link.getEndIndex());
        if (HOST.matcher(text).region(start, end).lookingAt()) {
          spans.add(new Span(Kind.LINK, start, end));
        }
      }
    }
    if (links == LinkShape.ALSO_BARE) {
      Matcher bare = BARE_LINK.matcher(text);
      while (bare.find()) {
        spans.add(new Span(Kind.LINK, bare.start(), LinkEnd.of(text, bare.start(), bare.end())));
      }
    }
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
