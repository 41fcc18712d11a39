package id.gaung.platform;

import java.time.Duration;
import java.util.List;

/**
 * What a video must be. Ratios are width divided by height, as it is seen. What a file does not
 * tell is not held against it.
 *
 * @param mimeTypes what the network takes, best first
 * @param codecs of the picture, by the four letters of an MP4's table, such as {@code avc1}; none
 *     for whatever plays
 * @param soundCodecs the same of the sound
 * @param minFrameRate pictures a second; 0 for no limit
 * @param maxPixels of one picture
 * @param maxAltText 0 where the network shows no description of a video: then it stays here
 */
public record VideoRules(
    List<String> mimeTypes,
    List<String> codecs,
    List<String> soundCodecs,
    long maxBytes,
    Duration shortest,
    Duration longest,
    double minRatio,
    double maxRatio,
    double minFrameRate,
    double maxFrameRate,
    int maxWidth,
    long maxPixels,
    int maxAltText) {
  public VideoRules {
    mimeTypes = List.copyOf(mimeTypes);
    codecs = List.copyOf(codecs);
    soundCodecs = List.copyOf(soundCodecs);
  }

  /** Whatever plays, of any shape, size and speed, up to so many bytes; descriptions stay here. */
  public static VideoRules playing(
      List<String> mimeTypes, long maxBytes, Duration shortest, Duration longest) {
    return new VideoRules(
        mimeTypes,
        List.of(),
        List.of(),
        maxBytes,
        shortest,
        longest,
        0.01,
        100,
        0,
        Double.MAX_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        0);
  }

  /** As an app takes it that a person posts with: it converts and shrinks, but does not cut. */
  VideoRules byHand() {
    return new VideoRules(
        List.of("video/mp4", "video/quicktime"),
        List.of(),
        List.of(),
        Long.MAX_VALUE,
        shortest,
        longest,
        minRatio,
        maxRatio,
        0,
        Double.MAX_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        maxAltText);
  }
}
