package id.gaung.platform.threads;

import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.Segment;
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

/** What Threads takes as a text, a picture, a carousel or a video, the same for every account. */
final class ThreadsRules {

  private static final int MAX_CHARACTERS = 500;
  private static final int MAX_LINKS = 5;

  private static final PictureRules PICTURES =
      new PictureRules(
          20, 8 * 1024 * 1024L, List.of("image/jpeg", "image/png"), 0.1, 10, 320, 1440, 1000);

  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4", "video/quicktime"),
          List.of("avc1", "avc3", "hvc1", "hev1"),
          List.of("mp4a"),
          1_000_000_000,
          Duration.ZERO,
          Duration.ofMinutes(5),
          0.01,
          100,
          23,
          60,
          1920,
          Long.MAX_VALUE,
          1000);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.ALSO_BARE, HashtagShape.TOPIC),
          new Length(),
          PICTURES,
          Optional.of(VIDEO),
          true,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private ThreadsRules() {}

  /**
   * "Emojis are counted as the number of UTF-8 bytes" (Posts, Limitations). Of what kind all other
   * characters are it does not say: those of Unicode, since a letter beyond the first 65,536 is one
   * character to its reader and no emoji.
   */
  private static final class Length implements LengthRule {

    @Override
    public TextLength measure(String text, List<Segment> segments) {
      return new TextLength(Graphemes.charactersAndEmojiBytes(text), MAX_CHARACTERS);
    }

    /** Each address once, however often it stands there. */
    @Override
    public List<Issue> oversize(String text, List<Segment> segments) {
      long links =
          segments.stream()
              .filter(segment -> segment.kind() == Segment.Kind.LINK)
              .map(TextScanner::target)
              .distinct()
              .count();
      return links > MAX_LINKS
          ? List.of(Issue.of("content.too-many-links", links, MAX_LINKS))
          : List.of();
    }
  }
}
