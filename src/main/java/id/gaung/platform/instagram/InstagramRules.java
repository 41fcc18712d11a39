package id.gaung.platform.instagram;

import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.PictureRules;
import id.gaung.platform.ContentRules.TextLength;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.TextScanner;
import id.gaung.platform.TextScanner.HashtagShape;
import id.gaung.platform.TextScanner.LinkShape;
import id.gaung.platform.TextScanner.MentionShape;
import java.util.List;

/** What Instagram takes as a single picture or a carousel, the same for every account. */
final class InstagramRules {

  private static final int MAX_CAPTION = 2200;
  private static final int MAX_HASHTAGS = 30;
  private static final int MAX_MENTIONS = 20;

  private static final PictureRules PICTURES =
      new PictureRules(10, 8 * 1024 * 1024L, List.of("image/jpeg"), 4.0 / 5, 1.91, 320, 1440, 1000);

  static final ContentRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.USER, LinkShape.NONE, HashtagShape.ANYWHERE),
          // "Characters" in the documentation, of which kind it does not say: UTF-16 units, the
          // strictest, so that what is taken here is not refused when it is due.
          (text, segments) -> new TextLength(text.length(), MAX_CAPTION),
          PICTURES,
          false,
          MAX_HASHTAGS,
          MAX_MENTIONS);

  private InstagramRules() {}
}
