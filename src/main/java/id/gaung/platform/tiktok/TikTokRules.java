package id.gaung.platform.tiktok;

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

/** What TikTok takes, after its pages "Direct Post", "Photo Post" and "Media Transfer Guide". */
final class TikTokRules {

  /** In UTF-16 units, as its documentation says. */
  private static final int MAX_CAPTION = 2200;

  private static final PictureRules PHOTOS =
      new PictureRules(35, 20_000_000, List.of("image/jpeg"), 0.3, 3, 360, 1080, 0);

  private static final VideoRules VIDEO =
      new VideoRules(
          List.of("video/mp4", "video/quicktime"),
          List.of("avc1", "avc3", "hvc1", "hev1", "vp08", "vp09"),
          List.of(),
          4_000_000_000L,
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          0.01,
          100,
          23,
          60,
          4096,
          Long.MAX_VALUE,
          0);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE),
          (text, segments) -> new TextLength(text.length(), MAX_CAPTION),
          PHOTOS,
          Optional.of(VIDEO),
          false);

  private TikTokRules() {}
}
