package id.gaung.platform;

/** The networks Gaung can publish to. */
public enum Network {
  BLUESKY("Bluesky"),
  MASTODON("Mastodon"),
  INSTAGRAM("Instagram");

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
