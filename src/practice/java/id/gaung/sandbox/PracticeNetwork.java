package id.gaung.sandbox;

/** The networks that can be practised on. */
public enum PracticeNetwork {
  BLUESKY("Bluesky"),
  MASTODON("Mastodon"),
  INSTAGRAM("Instagram");

  private final String label;

  PracticeNetwork(String label) {
    this.label = label;
  }

  /** The network's own name, the same in every language. */
  public String label() {
    return label;
  }
}
