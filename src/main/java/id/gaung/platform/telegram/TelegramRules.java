package id.gaung.platform.telegram;

import id.gaung.platform.ContentRules.Segment;
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

/** What a bot may send to a channel: core.telegram.org/bots/api, sendMessage and the others. */
final class TelegramRules {

  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;

  /** Of an album. */
  static final int MAX_PICTURES = 10;

  /**
   * Width and height are at most 10,000 together. Up to this width a picture is shown as sharp as
   * Telegram shows any, and with these ratios none of it is higher than what is left.
   */
  private static final PictureRules PICTURES =
      new PictureRules(
          MAX_PICTURES, 10_000_000, List.of("image/jpeg", "image/png"), 0.35, 20, 1, 2560, 0);

  /** Whatever is in an MP4 is sent on as it is. */
  private static final VideoRules VIDEO =
      VideoRules.playing(List.of("video/mp4"), 50_000_000, Duration.ZERO, Duration.ofDays(1));

  static final NetworkRules RULES =
      new NetworkRules(
          new TextScanner(MentionShape.NAME, LinkShape.ALSO_BARE, HashtagShape.WORD),
          new Length(),
          PICTURES,
          Optional.of(VIDEO),
          true);

  private TelegramRules() {}

  /** In UTF-16 units, as Telegram counts what stands where in a text. */
  private static final class Length implements LengthRule {

    @Override
    public TextLength measure(String text, List<Segment> segments) {
      return new TextLength(text.length(), MAX_TEXT);
    }

    @Override
    public TextLength caption(String text, List<Segment> segments) {
      return new TextLength(text.length(), MAX_CAPTION);
    }
  }
}
