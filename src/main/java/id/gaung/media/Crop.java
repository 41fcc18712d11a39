package id.gaung.media;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The part of a picture that a person chose for a shape, in parts of its sides.
 *
 * @param ratio one of {@link #RATIOS}
 * @param x from the left, 0 to 1
 * @param y from the top, 0 to 1
 * @param width 0 to 1
 * @param height 0 to 1
 */
public record Crop(String ratio, double x, double y, double width, double height) {

  /** The shapes that networks ask for. */
  public static final List<String> RATIOS = List.of("1:1", "4:5", "16:9");

  private static final double ALMOST = 1.0001;

  boolean isWithin() {
    return RATIOS.contains(ratio)
        && x >= 0
        && y >= 0
        && width >= 0.05
        && height >= 0.05
        && x + width <= ALMOST
        && y + height <= ALMOST;
  }

  /** Width divided by height of its shape. */
  static double shape(String ratio) {
    String[] sides = ratio.split(":", 2);
    return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
  }

  /**
   * As a person sets it with three sliders.
   *
   * @param size of the largest part of that shape, in percent
   * @param left how far the part is moved to the right of where it can be, in percent
   * @param top as {@code left}, downwards
   */
  static Crop of(String ratio, int width, int height, int size, int left, int top) {
    double natural = (double) width / height / shape(ratio);
    double share = Math.max(5, Math.min(100, size)) / 100.0;
    double wide = Math.min(1, 1 / natural) * share;
    double high = Math.min(1, natural) * share;
    return new Crop(
        ratio,
        (1 - wide) * Math.max(0, Math.min(100, left)) / 100,
        (1 - high) * Math.max(0, Math.min(100, top)) / 100,
        wide,
        high);
  }

  /** The first slider of such a crop, in percent. */
  public long size() {
    return Math.round(100 * Math.max(width, height));
  }

  /** The second slider, in percent. */
  public long left() {
    return width >= 1 ? 50 : Math.round(100 * x / (1 - width));
  }

  /** The third slider, in percent. */
  public long top() {
    return height >= 1 ? 50 : Math.round(100 * y / (1 - height));
  }

  /**
   * The crop for a picture that does not fit as it is: of those whose shape the rules allow the one
   * that leaves most of the picture; empty if the picture fits or none was chosen.
   */
  static Optional<Crop> of(List<Crop> chosen, int width, int height, Fit fit) {
    double natural = (double) width / height;
    if (natural >= fit.minRatio() && natural <= fit.maxRatio()) {
      return Optional.empty();
    }
    return chosen.stream()
        .filter(c -> allows(fit, shape(c.ratio())))
        .max(Comparator.comparingDouble(c -> c.width() * c.height()));
  }

  /** That part of the picture. */
  BufferedImage of(BufferedImage image) {
    int left = (int) Math.min(image.getWidth() - 1, Math.round(x * image.getWidth()));
    int top = (int) Math.min(image.getHeight() - 1, Math.round(y * image.getHeight()));
    int wide = (int) Math.round(width * image.getWidth());
    int high = (int) Math.round(height * image.getHeight());
    return image.getSubimage(
        left,
        top,
        Math.max(1, Math.min(wide, image.getWidth() - left)),
        Math.max(1, Math.min(high, image.getHeight() - top)));
  }

  /** By which a made picture is found again: that of the rules, and the crop's own. */
  static String key(Fit fit, Optional<Crop> crop) {
    return crop.map(c -> fit.key() + "-" + Integer.toHexString(c.hashCode())).orElse(fit.key());
  }

  private static boolean allows(Fit fit, double shape) {
    return shape >= fit.minRatio() - 0.01 && shape <= fit.maxRatio() + 0.01;
  }
}
