package id.gaung.kernel;

/** The networks by name, for tests alone: nothing of the product names one. */
public final class Nets {

  public static final Network INSTAGRAM = Network.valueOf("INSTAGRAM");
  public static final Network TIKTOK = Network.valueOf("TIKTOK");
  public static final Network FACEBOOK = Network.valueOf("FACEBOOK");
  public static final Network YOUTUBE = Network.valueOf("YOUTUBE");
  public static final Network X = Network.valueOf("X");
  public static final Network THREADS = Network.valueOf("THREADS");
  public static final Network LINKEDIN = Network.valueOf("LINKEDIN");
  public static final Network TELEGRAM = Network.valueOf("TELEGRAM");
  public static final Network BLUESKY = Network.valueOf("BLUESKY");
  public static final Network MASTODON = Network.valueOf("MASTODON");

  private Nets() {}
}
