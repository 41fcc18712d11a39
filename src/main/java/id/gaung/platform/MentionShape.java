package id.gaung.platform;

import java.util.regex.Pattern;

/** What a mention looks like on a network. A mention never begins inside a word or an address. */
public enum MentionShape {
  /** Nobody is named by what stands in a text: Facebook's posts by its API. */
  NONE("(?!)"),
  /** Bluesky: {@code @name.example.com}, a domain name. */
  DOMAIN(
      "(?<![\\p{L}\\p{N}\\p{M}_./=@-])@(?:LABEL\\.){1,20}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              .replace("LABEL", "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
          + "(?![\\p{L}\\p{N}\\p{M}_@])"),
  /**
   * Mastodon: {@code @user} of the same server or {@code @user@host}. After MENTION_RE of {@code
   * app/models/account.rb}.
   */
  FEDIVERSE(
      "(?<![\\p{L}\\p{N}\\p{M}_/=@])@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*+"
          + "(?:@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_.-]*[\\p{L}\\p{N}_])?)?"),
  /** Telegram: {@code @user}, 4 to 32 letters, digits and underscores, the first a letter. */
  NAME("(?<![\\p{L}\\p{N}\\p{M}_/@])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\\p{L}\\p{N}\\p{M}_])"),
  /**
   * Instagram: {@code @user}, at most 30 letters, digits, dots and underscores; also right behind
   * another, which counts as two.
   */
  USER(
      "(?:(?<![\\p{L}\\p{N}\\p{M}_./=@])|(?<=[A-Za-z0-9_])\\G)"
          + "@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![\\p{L}\\p{N}\\p{M}_])");

  private final Pattern pattern;

  MentionShape(String regex) {
    this.pattern = Pattern.compile(regex);
  }

  Pattern pattern() {
    return pattern;
  }
}
