package id.gaung.platform;

/** Which addresses in a text a network shows as links. */
public enum LinkShape {
  /** None: Instagram's captions have no links. */
  NONE,
  /** Only with {@code http://} or {@code https://}: Mastodon. */
  WITH_SCHEME,
  /**
   * Also {@code www.} names, and bare names below the top-level domains usual in Indonesia: the
   * client marks links itself, as Bluesky's does.
   */
  ALSO_BARE
}
