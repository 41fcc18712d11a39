package id.gaung.platform;

import java.util.List;

/**
 * What a picture must be. Ratios are width divided by height.
 *
 * @param mimeTypes what the network takes, best first
 * @param maxAltText 0 where the network shows no description of a picture: then it stays here
 */
public record PictureRules(
    int maxCount,
    long maxBytes,
    List<String> mimeTypes,
    double minRatio,
    double maxRatio,
    int minWidth,
    int maxWidth,
    int maxAltText) {
  public PictureRules {
    mimeTypes = List.copyOf(mimeTypes);
  }
}
