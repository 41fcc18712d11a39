package id.gaung.catalogue;

import id.gaung.kernel.Typed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a business is on social media.
 *
 * @param handle without a leading {@code @}
 */
public record UmkmAccount(Site network, String handle) {

  /** Nobody has more worth knowing. */
  static final int MOST = 8;

  private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}._@-]{1,100}");
  private static final Pattern ADDRESS = Pattern.compile("^(?:https?://)?[\\w.-]+\\.\\w+/(.+)$");

  /** Where businesses are; more than Gaung publishes on. */
  public enum Site {
    INSTAGRAM("Instagram"),
    TIKTOK("TikTok"),
    FACEBOOK("Facebook"),
    YOUTUBE("YouTube"),
    THREADS("Threads"),
    BLUESKY("Bluesky"),
    MASTODON("Mastodon"),
    X("X");

    private final String label;

    Site(String label) {
      this.label = label;
    }

    /** Its name, the same in every language. */
    public String label() {
      return label;
    }
  }

  /**
   * Reads {@code instagram/dapurlaut}; the handle may have its {@code @} or be the address of the
   * profile.
   */
  static Optional<UmkmAccount> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, slash).strip().toUpperCase(Locale.ROOT);
    String handle = handle(text.substring(slash + 1));
    return Arrays.stream(Site.values())
        .filter(site -> site.name().equals(name) && HANDLE.matcher(handle).matches())
        .findFirst()
        .map(site -> new UmkmAccount(site, handle));
  }

  private static String handle(String typed) {
    String text = Typed.name(typed);
    var address = ADDRESS.matcher(text);
    if (address.matches()) {
      text = address.group(1).replaceAll("[?#].*$", "").replaceAll("/+$", "");
      text = text.substring(text.lastIndexOf('/') + 1);
    }
    return text.replaceFirst("^@", "");
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return network.name().toLowerCase(Locale.ROOT) + "/" + handle;
  }

  /** Whether the sprite has the network's glyph. */
  public boolean hasMark() {
    return network == Site.INSTAGRAM || network == Site.BLUESKY || network == Site.MASTODON;
  }
}
