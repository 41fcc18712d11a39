package id.gaung.platform.bluesky;

import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.Graphemes;
import id.gaung.platform.HashtagShape;
import id.gaung.platform.LinkShape;
import id.gaung.platform.MentionShape;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.NetworkRules.LengthRule;
import id.gaung.platform.PictureRules;
import id.gaung.platform.TextLength;
import id.gaung.platform.TextScanner;
import id.gaung.platform.VideoRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Bluesky takes: lexicons app/bsky/feed/post and app/bsky/embed. How long a video may be only
 * its app says.
 */
final class BlueskyRules {

  static final int MAX_GRAPHEMES = 300;
  static final int MAX_BYTES = 3000;

  static final TextScanner SCANNER =
      new TextScanner(MentionShape.DOMAIN, LinkShape.ALSO_BARE, HashtagShape.TO_SPACE);

  /** Of an address, behind the server's name: the longest path shown whole, and what is left. */
  private static final int LONGEST_PATH = 15;

  private static final int SHORTENED_PATH = 13;

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?(?:[^/?#]*@)?(?<host>[^/?#]*)(?<path>.*)", 2);

  /** The picture of a link card. */
  static final int MAX_CARD_PICTURE = 1_000_000;

  /** Sound and picture are made anew by the video service, so any codec that plays will do. */
  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4"),
          List.of(),
          List.of(),
          300_000_000,
          Duration.ZERO,
          Duration.ofMinutes(3),
          0.01,
          100,
          0,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          1000);

  static final NetworkRules RULES =
      new NetworkRules(
          SCANNER,
          new Length(),
          new PictureRules(
              4,
              2_000_000,
              List.of("image/jpeg", "image/png"),
              0.01,
              100,
              1,
              Integer.MAX_VALUE,
              2000),
          Optional.of(VIDEO),
          true,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private BlueskyRules() {}

  /**
   * A part as readers see it: a long address is shortened, while the link leads to the whole. After
   * toShortUrl of {@code @atproto/api}, by which Bluesky's own app does so before it posts.
   */
  static String shown(Segment segment) {
    Matcher address = ADDRESS.matcher(segment.text());
    if (segment.kind() != Kind.LINK
        || !address.matches()
        || address.group("path").length() <= LONGEST_PATH) {
      return segment.text();
    }
    String path = address.group("path");
    int end =
        Character.isHighSurrogate(path.charAt(SHORTENED_PATH - 1))
            ? SHORTENED_PATH - 1
            : SHORTENED_PATH;
    return address.group("host") + path.substring(0, end) + "...";
  }

  static String shown(List<Segment> segments) {
    return segments.stream().map(BlueskyRules::shown).collect(Collectors.joining());
  }

  /** Graphemes, and bytes besides: emoji that are joined of many take up to 25 each. */
  private static final class Length implements LengthRule {

    @Override
    public String shown(Segment segment) {
      return BlueskyRules.shown(segment);
    }

    @Override
    public TextLength measure(String text, List<Segment> segments) {
      return new TextLength(Graphemes.count(BlueskyRules.shown(segments)), MAX_GRAPHEMES);
    }

    @Override
    public List<Issue> oversize(String text, List<Segment> segments) {
      int bytes = Graphemes.utf8Bytes(BlueskyRules.shown(segments));
      return bytes > MAX_BYTES
          ? List.of(Issue.of("content.text-too-heavy", bytes, MAX_BYTES))
          : List.of();
    }
  }
}
