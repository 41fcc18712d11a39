package id.gaung.platform.youtube;

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

/** What YouTube takes: a video, whose description is the text. After its page "Videos". */
final class YouTubeRules {

  private static final int MAX_DESCRIPTION_BYTES = 5000;

  /** Of covers: pictures alone are not taken. */
  private static final PictureRules COVERS =
      new PictureRules(0, 2_000_000, List.of("image/jpeg", "image/png"), 0.3, 3, 640, 3840, 0);

  private static final VideoRules VIDEO =
      VideoRules.playing(
          List.of("video/mp4", "video/quicktime"),
          274_877_906_944L,
          Duration.ofSeconds(1),
          Duration.ofHours(12));

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.WITH_SCHEME, HashtagShape.WORD),
          new Length(),
          COVERS,
          Optional.of(VIDEO),
          false);

  private YouTubeRules() {}

  /** YouTube refuses titles and descriptions with angle brackets. */
  static Optional<Issue> angle(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('>') >= 0
        ? Optional.of(Issue.of("content.text-angle"))
        : Optional.empty();
  }

  /** In bytes of UTF-8: an emoji takes four and more. */
  private static final class Length implements LengthRule {

    @Override
    public TextLength measure(String text, List<Segment> segments) {
      return new TextLength(Graphemes.utf8Bytes(text), MAX_DESCRIPTION_BYTES);
    }

    @Override
    public List<Issue> oversize(String text, List<Segment> segments) {
      return angle(text).stream().toList();
    }
  }
}
