package id.gaung.platform;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.ArrayList;
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
public final class TextScanner {

  /** Letters, digits and underscores of any script, not digits alone, at the border of a word. */
  private static final Pattern HASHTAG =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{M}_/=&#@)])#(?![\\p{N}]+(?![\\p{L}\\p{N}\\p{M}_]))"
              + "[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*");

  /**
   * Names without scheme. Few top-level domains on purpose: a forgotten space after a full stop
   * ("selesai.Silakan") must not become a link.
   */
  private static final Pattern BARE_LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\p{M}_@/.#:=-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "(?:id|com|net|org|gov|edu|info|biz|io|app|dev|link|social|shop|store|site|online|asia)"
              + "(?![\\p{L}\\p{N}\\p{M}_@-])(?!\\.[\\p{L}\\p{N}])"
              + "(?::[0-9]{2,5})?(?:/[^\\s<>\"]*)?",
          Pattern.CASE_INSENSITIVE);

  private record Span(Kind kind, int start, int end) {}

  private final MentionShape mentions;
  private final LinkShape links;
  private final LinkExtractor extractor;

  public TextScanner(MentionShape mentions, LinkShape links) {
    this.mentions = mentions;
    this.links = links;
    EnumSet<LinkType> types = EnumSet.of(LinkType.URL);
    if (links == LinkShape.ALSO_BARE) {
      types.add(LinkType.WWW);
    }
    this.extractor = LinkExtractor.builder().linkTypes(types).build();
  }

  public List<Segment> segments(String text) {
    List<Span> spans = new ArrayList<>();
    addLinks(text, spans);
    add(Kind.MENTION, mentions.pattern(), text, spans);
    add(Kind.HASHTAG, HASHTAG, text, spans);
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
    return hasScheme(link.text()) ? link.text() : "https://" + link.text();
  }

  private void addLinks(String text, List<Span> spans) {
    if (links == LinkShape.NONE) {
      return;
    }
    for (LinkSpan link : extractor.extractLinks(text)) {
      boolean web =
          link.getType() == LinkType.WWW || hasScheme(text.substring(link.getBeginIndex()));
      if (web) {
        spans.add(new Span(Kind.LINK, link.getBeginIndex(), link.getEndIndex()));
      }
    }
    if (links == LinkShape.ALSO_BARE) {
      addBareLinks(text, spans);
    }
  }

  private static void addBareLinks(String text, List<Span> spans) {
    Matcher matcher = BARE_LINK.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      while (".,;:!?'\")]}".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      addIfFree(new Span(Kind.LINK, matcher.start(), end), spans);
    }
  }

  private static void add(Kind kind, Pattern pattern, String text, List<Span> spans) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      addIfFree(new Span(kind, matcher.start(), matcher.end()), spans);
    }
  }

  private static void addIfFree(Span span, List<Span> spans) {
    if (spans.stream().noneMatch(s -> s.start() < span.end() && span.start() < s.end())) {
      spans.add(span);
    }
  }

  private static boolean hasScheme(String text) {
    String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }
}
