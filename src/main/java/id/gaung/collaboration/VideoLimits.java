package id.gaung.collaboration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a video must be for one network, as creators are told before they send one.
 *
 * @param network as in addresses, such as {@code bluesky}
 * @param longest a day where the network sets no limit
 * @param minRatio width divided by height, as it is seen
 * @param maxWidth {@link Integer#MAX_VALUE} for no limit
 * @param mimeTypes of the files it takes
 */
public record VideoLimits(
    String network,
    String label,
    Duration shortest,
    Duration longest,
    long maxBytes,
    double minRatio,
    double maxRatio,
    int maxWidth,
    List<String> mimeTypes) {

  /** The shapes in which people film. */
  public enum Shape {
    UPRIGHT(9.0 / 16),
    SQUARE(1),
    WIDE(16.0 / 9);

    private final double ratio;

    Shape(double ratio) {
      this.ratio = ratio;
    }
  }

  /** What fits both: two accounts of one network may take different videos. */
  public VideoLimits and(VideoLimits other) {
    return new VideoLimits(
        network,
        label,
        shortest.compareTo(other.shortest) >= 0 ? shortest : other.shortest,
        longest.compareTo(other.longest) <= 0 ? longest : other.longest,
        Math.min(maxBytes, other.maxBytes),
        Math.max(minRatio, other.minRatio),
        Math.min(maxRatio, other.maxRatio),
        Math.min(maxWidth, other.maxWidth),
        mimeTypes.stream().filter(other.mimeTypes::contains).toList());
  }

  public List<Shape> shapes() {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape.ratio >= minRatio && shape.ratio <= maxRatio)
        .toList();
  }
}
