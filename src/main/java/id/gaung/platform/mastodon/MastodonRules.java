package id.gaung.platform.mastodon;

import id.gaung.platform.Account;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.PictureRules;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.TextLength;
import id.gaung.platform.Graphemes;
import id.gaung.platform.NetworkRules;
import id.gaung.platform.NetworkRules.LengthRule;
import id.gaung.platform.TextScanner;
import id.gaung.platform.TextScanner.HashtagShape;
import id.gaung.platform.TextScanner.LinkShape;
import id.gaung.platform.TextScanner.MentionShape;
import id.gaung.platform.mastodon.InstanceDocument.Traits;
import java.util.Arrays;
import java.util.List;

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

  private MastodonRules() {}

  static ContentRules of(Account account) {
    return new NetworkRules(
        SCANNER, length(account), pictures(account), true, Integer.MAX_VALUE, Integer.MAX_VALUE);
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

  private static List<String> mimeTypes(Account account) {
    List<String> taken =
        Arrays.asList(account.traits().getOrDefault(Traits.MIME_TYPES, "").split(","));
    List<String> both = MIME_TYPES.stream().filter(taken::contains).toList();
    return both.isEmpty() ? MIME_TYPES : both;
  }

  private static int number(Account account, String name, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, Traits.number(account, name, otherwise));
  }
}
