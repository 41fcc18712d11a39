package id.gaung.collaboration;

import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** What is longer is no limit that a post could reach. */
  private static final Duration UNLIMITED = Duration.ofHours(12);

  public VideoLimits {
    mimeTypes = List.copyOf(mimeTypes);
  }

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

  /** The same where no larger file gets in. */
  VideoLimits upTo(long bytes) {
    return new VideoLimits(
        network,
        label,
        shortest,
        longest,
        Math.min(maxBytes, bytes),
        minRatio,
        maxRatio,
        maxWidth,
        mimeTypes);
  }

  /** Megabytes of a million bytes, as phones and networks count. */
  public long megabytes() {
    return maxBytes / 1_000_000;
  }

  public List<Shape> shapes() {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape.ratio >= minRatio && shape.ratio <= maxRatio)
        .toList();
  }

  /** Whether its width counts, beyond what its shape says. */
  public boolean isNarrow() {
    return maxWidth < Integer.MAX_VALUE;
  }

  /** The kinds of files by what their names end with: {@code MP4, MOV}. */
  public List<String> files() {
    return mimeTypes.stream()
        .map(type -> type.equals("video/quicktime") ? "mov" : type.replaceFirst("^video/", ""))
        .map(name -> name.toUpperCase(Locale.ROOT))
        .toList();
  }

  /** How long it may last, in words; empty where that is not limited. */
  public Optional<String> length(Translator words, Formats formats) {
    boolean from = shortest.toSeconds() > 0;
    boolean to = longest.compareTo(UNLIMITED) < 0;
    if (from && to) {
      return Optional.of(
          words.get(
              "phone.video.between",
              spoken(shortest, words, formats),
              spoken(longest, words, formats)));
    }
    if (to) {
      return Optional.of(words.get("phone.video.most", spoken(longest, words, formats)));
    }
    return from
        ? Optional.of(words.get("phone.video.least", spoken(shortest, words, formats)))
        : Optional.empty();
  }

  private static String spoken(Duration length, Translator words, Formats formats) {
    List<String> parts = new ArrayList<>();
    if (length.toMinutes() > 0) {
      parts.add(words.get("phone.video.minutes", formats.number(length.toMinutes())));
    }
    if (length.toSecondsPart() > 0) {
      parts.add(words.get("phone.video.seconds", formats.number(length.toSecondsPart())));
    }
    return String.join(" ", parts);
  }
}
