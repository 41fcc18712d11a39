package id.gaung.platform.facebook;

import id.gaung.platform.Attachment;
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

  /** Which videos are reels, after "Reels Publishing" of the Video API. */
  static final class ReelShape {

    private static final double RATIO = 9.0 / 16;
    private static final double ROUNDING = 0.01;
    private static final int WIDTH = 540;
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private ReelShape() {}

    /** Whether a video goes out as a reel: upright 9:16 of 3 to 90 seconds. */
    static boolean fits(Attachment.Video video) {
      double ratio = video.height() > 0 ? (double) video.width() / video.height() : 0;
      return Math.abs(ratio - RATIO) <= ROUNDING
          && video.width() >= WIDTH
          && video.duration().compareTo(SHORTEST) >= 0
          && video.duration().compareTo(LONGEST) <= 0;
    }
  }
}
