package id.gaung.platform;

import java.util.List;

/** The networks Gaung can publish to. */
public enum Network {
  BLUESKY("Bluesky"),
  MASTODON("Mastodon"),
  INSTAGRAM("Instagram");

  /** The order in which they stand on every page; that of a report's document is its own. */
  public static final List<Network> ORDER = List.of(INSTAGRAM, BLUESKY, MASTODON);

  private final String label;

  Network(String label) {
    this.label = label;
  }

  /** The network's own name, the same in every language. */
  public String label() {
    return label;
  }

  /** As it stands in addresses: {@code bluesky}. */
  public String path() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
