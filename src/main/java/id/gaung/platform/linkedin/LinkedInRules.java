package id.gaung.platform.linkedin;

import id.gaung.platform.ContentRules;
import id.gaung.platform.HashtagShape;
import id.gaung.platform.LinkShape;
import id.gaung.platform.MentionShape;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.PictureRules;
import id.gaung.platform.TextLength;
import id.gaung.platform.TextScanner;
import id.gaung.platform.VideoRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What LinkedIn takes, after its pages "Posts API", "Images API" and "Videos API". */
final class LinkedInRules {

  /** In UTF-16 units, the strictest reading of "characters". */
  private static final int MAX_TEXT = 3000;

  /** At most 36,152,320 pixels: no picture of this width and these shapes has more. */
  private static final PictureRules PICTURES =
      new PictureRules(20, 8_000_000, List.of("image/jpeg", "image/png"), 0.3, 3, 200, 3200, 1000);

  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4"),
          List.of(),
          List.of(),
          500_000_000,
          Duration.ofSeconds(3),
          Duration.ofMinutes(30),
          1 / 2.4,
          2.4,
          0,
          Integer.MAX_VALUE,
          4096,
          Long.MAX_VALUE,
          0);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.ALSO_BARE, HashtagShape.WORD),
          (text, segments) -> new TextLength(text.length(), MAX_TEXT),
          PICTURES,
          Optional.of(VIDEO),
          true);

  private LinkedInRules() {}
}
