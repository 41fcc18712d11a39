package id.gaung.platform.instagram;

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

/** What Instagram takes as a picture, a carousel or a reel, the same for every account. */
final class InstagramRules {

  private static final int MAX_CAPTION = 2200;
  private static final int MAX_HASHTAGS = 30;
  private static final int MAX_MENTIONS = 20;

  private static final PictureRules PICTURES =
      new PictureRules(10, 8 * 1024 * 1024L, List.of("image/jpeg"), 4.0 / 5, 1.91, 320, 1440, 1000);

  /** Reels have no alternative text. */
  private static final VideoRules REELS =
      new VideoRules(
          List.of("video/mp4", "video/quicktime"),
          List.of("avc1", "avc3", "hvc1", "hev1"),
          List.of("mp4a"),
          300_000_000,
          Duration.ofSeconds(3),
          Duration.ofMinutes(15),
          0.01,
          10,
          23,
          60,
          1920,
          Long.MAX_VALUE,
          0);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE),
          // "Characters" in the documentation, of which kind it does not say: UTF-16 units, the
          // strictest, so that what is taken here is not refused when it is due.
          (text, segments) -> new TextLength(text.length(), MAX_CAPTION),
          PICTURES,
          Optional.of(REELS),
          false,
          MAX_HASHTAGS,
          MAX_MENTIONS);

  private InstagramRules() {}
}
