package id.gaung.platform;

import java.util.regex.Pattern;

/** What a hashtag looks like on a network, of letters of any script. */
public enum HashtagShape {
  /**
   * Mastodon: letters, digits and underscores, not digits alone, at the border of a word. After
   * HASHTAG_RE of {@code app/models/tag.rb}.
   */
  WORD(
      "(?<![\\p{L}\\p{N}\\p{M}_/=&#@)])#(?![\\p{N}]+(?![\\p{L}\\p{N}\\p{M}_]))"
          + "[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*"),
  /**
   * Bluesky: all up to the next space, without the punctuation at its end, after a space and with
   * something that is neither digit nor punctuation. After TAG_REGEX of {@code rich-text/util.ts}
   * in {@code @atproto/api}.
   */
  TO_SPACE(
      "(?<![^\\sSPACE])[#\uFF03](?!\uFE0F)[^\\sSPACE]*[^\\d\\s\\p{P}SPACE](?:[^\\sSPACE]*[^\\s\\p{P}SPACE])?"
          .replace("SPACE", "\\p{Z}\\x{FEFF}\\x{AD}\\x{2060}\\x{200B}\\x{200C}\\x{200D}\\x{20E2}")),
  /** Instagram: letters, digits, underscores and emoji, also in the middle of a word. */
  ANYWHERE("[#\uFF03](?!\uFE0F)[\\p{L}\\p{N}\\p{M}_\\p{So}\\x{200D}\\x{FE0F}]+"),

  /**
   * Threads: a post has one topic, which is the first of them, up to 50 characters long; what else
   * looks like one stays text.
   */
  TOPIC(
      "(?<![\\p{L}\\p{N}\\p{M}_/=&#@)])#(?![\\p{N}]+(?![\\p{L}\\p{N}\\p{M}_]))"
          + "[\\p{L}\\p{N}\\p{M}_]{1,50}+(?![\\p{L}\\p{N}\\p{M}_])",
      1);

  private final Pattern pattern;
  private final int most;

  HashtagShape(String regex) {
    this(regex, Integer.MAX_VALUE);
  }

  HashtagShape(String regex, int most) {
    this.pattern = Pattern.compile(regex);
    this.most = most;
  }

  /** How many of a text, from its beginning, are hashtags at all. */
  int most() {
    return most;
  }

  Pattern pattern() {
    return pattern;
  }
}
