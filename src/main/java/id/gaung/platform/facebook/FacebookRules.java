package id.gaung.platform.facebook;

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

/** What Facebook takes on a Page, the same for every Page. */
final class FacebookRules {

  private static final int MAX_TEXT = 63_206;

  /** How many is not documented; ten are taken for sure. */
  private static final int MAX_PICTURES = 10;

  private static final PictureRules PICTURES =
      new PictureRules(
          MAX_PICTURES,
          10_000_000,
          List.of("image/jpeg", "image/png"),
          0.1,
          10,
          1,
          Integer.MAX_VALUE,
          1000);

  /**
   * Wide enough for a reel and for a video. Of the two a video's length and size are not in the
   * references: these are what Facebook took before it cut uploads into pieces.
   */
  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4", "video/quicktime"),
          List.of("avc1", "avc3", "hvc1", "hev1", "vp09", "av01"),
          List.of("mp4a"),
          1_000_000_000,
          Duration.ofSeconds(1),
          Duration.ofMinutes(20),
          0.1,
          10,
          24,
          60,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          0);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.NONE, LinkShape.WITH_SCHEME, HashtagShape.WORD),
          // Of which kind the characters are is not said: UTF-16 units, the strictest.
          (text, segments) -> new TextLength(text.length(), MAX_TEXT),
          PICTURES,
          Optional.of(VIDEO),
          true,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private FacebookRules() {}
}
