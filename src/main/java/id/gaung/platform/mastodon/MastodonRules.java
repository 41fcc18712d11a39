package id.gaung.platform.mastodon;

import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
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
import id.gaung.platform.mastodon.InstanceDocument.Traits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a server takes, by its own limits; stock Mastodon's where it gave none. */
final class MastodonRules {

  private static final int MAX_CHARACTERS = 500;
  private static final int CHARACTERS_PER_URL = 23;
  private static final int MAX_PICTURES = 4;
  private static final long MAX_BYTES = 16 * 1024 * 1024L;
  private static final int MAX_ALT_TEXT = 1500;

  /** What Gaung makes pictures in, best first. */
  private static final List<String> MIME_TYPES = List.of("image/jpeg", "image/png", "image/webp");

  private static final TextScanner SCANNER =
      new TextScanner(MentionShape.FEDIVERSE, LinkShape.WITH_SCHEME, HashtagShape.WORD);

  /** Stock Mastodon's, {@code app/models/media_attachment.rb}; it makes other codecs H.264. */
  private static final long MAX_VIDEO_BYTES = 99 * 1024 * 1024L;

  private static final long MAX_VIDEO_PIXELS = 8_294_400;
  private static final long MAX_FRAME_RATE = 120;

  /** Servers limit bytes, not minutes. */
  private static final Duration UNLIMITED = Duration.ofDays(1);

  /** What is uploaded to Gaung. */
  private static final List<String> VIDEO_TYPES = List.of("video/mp4", "video/quicktime");

  private MastodonRules() {}

  static ContentRules of(Account account) {
    return new NetworkRules(
        SCANNER,
        length(account),
        pictures(account),
        video(account),
        true,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  /**
   * Graphemes, where every link counts the same and of {@code @user@host} only {@code @user}
   * ({@code app/validators/status_length_validator.rb}).
   */
  private static LengthRule length(Account account) {
    int limit = number(account, Traits.MAX_CHARACTERS, MAX_CHARACTERS);
    int link = number(account, Traits.CHARACTERS_PER_URL, CHARACTERS_PER_URL);
    return (text, segments) -> {
      int used = 0;
      StringBuilder rest = new StringBuilder();
      for (Segment segment : segments) {
        if (segment.kind() == Segment.Kind.LINK) {
          // Counted apart, so that nothing joins graphemes across a link.
          used += link + Graphemes.count(rest.toString());
          rest.setLength(0);
        } else {
          rest.append(
              segment.kind() == Segment.Kind.MENTION
                  ? withoutHost(segment.text())
                  : segment.text());
        }
      }
      return new TextLength(used + Graphemes.count(rest.toString()), limit);
    };
  }

  private static String withoutHost(String mention) {
    int host = mention.indexOf('@', 1);
    return host < 0 ? mention : mention.substring(0, host);
  }

  private static PictureRules pictures(Account account) {
    return new PictureRules(
        number(account, Traits.MAX_PICTURES, MAX_PICTURES),
        Traits.number(account, Traits.MAX_PICTURE_BYTES, MAX_BYTES),
        mimeTypes(account),
        0.01,
        100,
        1,
        Integer.MAX_VALUE,
        number(account, Traits.MAX_ALT_TEXT, MAX_ALT_TEXT));
  }

  /** Empty where the server says which types it takes, and none of ours is among them. */
  private static Optional<VideoRules> video(Account account) {
    List<String> told = told(account, Traits.VIDEO_TYPES);
    List<String> taken = VIDEO_TYPES.stream().filter(told::contains).toList();
    if (taken.isEmpty() && !told.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VideoRules(
            taken.isEmpty() ? VIDEO_TYPES : taken,
            List.of(),
            List.of(),
            Traits.number(account, Traits.MAX_VIDEO_BYTES, MAX_VIDEO_BYTES),
            Duration.ZERO,
            UNLIMITED,
            0.01,
            100,
            0,
            Traits.number(account, Traits.MAX_FRAME_RATE, MAX_FRAME_RATE),
            Integer.MAX_VALUE,
            Traits.number(account, Traits.MAX_VIDEO_PIXELS, MAX_VIDEO_PIXELS),
            number(account, Traits.MAX_ALT_TEXT, MAX_ALT_TEXT)));
  }

  private static List<String> mimeTypes(Account account) {
    List<String> told = told(account, Traits.MIME_TYPES);
    List<String> both = MIME_TYPES.stream().filter(told::contains).toList();
    return both.isEmpty() ? MIME_TYPES : both;
  }

  private static List<String> told(Account account, String name) {
    String types = account.traits().getOrDefault(name, "");
    return types.isBlank() ? List.of() : Arrays.asList(types.split(",", -1));
  }

  private static int number(Account account, String name, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, Traits.number(account, name, otherwise));
  }
}
