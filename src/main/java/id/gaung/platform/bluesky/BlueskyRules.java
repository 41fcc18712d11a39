package id.gaung.platform.bluesky;

import id.gaung.platform.ContentRules.PictureRules;
import id.gaung.platform.ContentRules.TextLength;
import id.gaung.platform.Graphemes;
import id.gaung.platform.LinkShape;
import id.gaung.platform.MentionShape;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.TextScanner;
import java.util.List;

/** What Bluesky takes: lexicons app/bsky/feed/post and app/bsky/embed/images. */
final class BlueskyRules {

  static final int MAX_GRAPHEMES = 300;
  static final int MAX_BYTES = 3000;

  static final TextScanner SCANNER = new TextScanner(MentionShape.DOMAIN, LinkShape.ALSO_BARE);

  static final NetworkRules RULES =
      new NetworkRules(
          SCANNER,
          (text, segments) -> length(text),
          new PictureRules(
              4,
              2_000_000,
              List.of("image/jpeg", "image/png"),
              0.01,
              100,
              1,
              Integer.MAX_VALUE,
              2000),
          true,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private BlueskyRules() {}

  /** Graphemes; but bytes where these alone are too many (long runs of joined emoji). */
  private static TextLength length(String text) {
    TextLength graphemes = new TextLength(Graphemes.count(text), MAX_GRAPHEMES);
    TextLength bytes = new TextLength(Graphemes.utf8Bytes(text), MAX_BYTES);
    return graphemes.fits() && !bytes.fits() ? bytes : graphemes;
  }
}
