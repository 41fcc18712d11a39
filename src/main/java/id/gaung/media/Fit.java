package id.gaung.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a picture must be: a network's rules, or ours for the screen. A picture outside the ratios
 * is padded on white, never cropped; a narrower one is enlarged, a wider one made smaller.
 *
 * @param name lower-case letters, digits and dashes, such as {@code instagram}
 * @param maxBytes of the file
 * @param mimeTypes what is taken; JPEG is made where it is among them, else PNG
 * @param minRatio width divided by height
 * @param maxRatio width divided by height
 * @param minWidth in pixels
 * @param maxWidth in pixels
 */
public record Fit(
    String name,
    long maxBytes,
    List<String> mimeTypes,
    double minRatio,
    double maxRatio,
    int minWidth,
    int maxWidth) {

  // Before the constants below, whose making needs it.
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /** For lists. */
  public static final Fit THUMB = of("thumb", 200_000, List.of("image/jpeg"), 0.1, 10, 1, 320);

  /** For looking at, on a phone or on a desk. */
  public static final Fit SCREEN = of("screen", 1_500_000, List.of("image/jpeg"), 0.1, 10, 1, 1280);

  public Fit {
    mimeTypes = List.copyOf(mimeTypes);
    boolean sensible =
        NAME.matcher(name).matches()
            && maxBytes > 0
            && minRatio > 0
            && minRatio <= maxRatio
            && minWidth > 0
            && minWidth <= maxWidth;
    boolean makeable = mimeTypes.contains("image/jpeg") || mimeTypes.contains("image/png");
    if (!sensible || !makeable) {
      throw new IllegalArgumentException("no picture can fit " + name);
    }
  }

  public static Fit of(
      String name,
      long maxBytes,
      List<String> mimeTypes,
      double minRatio,
      double maxRatio,
      int minWidth,
      int maxWidth) {
    return new Fit(name, maxBytes, mimeTypes, minRatio, maxRatio, minWidth, maxWidth);
  }

  /**
   * The name with a digest of the rules: pictures made by yesterday's rules are not taken for
   * today's.
   */
  public String key() {
    CRC32 rules = new CRC32();
    rules.update(toString().getBytes(StandardCharsets.UTF_8));
    return "%s-%08x".formatted(name, rules.getValue());
  }

  /** Whether pictures of any usual shape may stay as they are. */
  boolean isAnyShape() {
    return minRatio <= 0.1 && maxRatio >= 10;
  }

  String makes() {
    return mimeTypes.contains("image/jpeg") ? "image/jpeg" : "image/png";
  }
}
