package id.gaung.publishing;

import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.PhotoLinks;
import id.gaung.media.Photos;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Network;
import id.gaung.platform.Picture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Pictures from the library. */
final class LibraryPictures implements PictureSource {

  /** As long as a network may still come to fetch a picture, retries included. */
  private static final Duration REACHABLE = Duration.ofHours(24);

  private final Photos photos;
  private final PhotoLinks links;
  private final Clock clock;

  LibraryPictures(Photos photos, PhotoLinks links, Clock clock) {
    this.photos = photos;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public List<Picture> pictures(
      List<RenditionPicture> pictures, Network network, ContentRules.PictureRules rules) {
    if (pictures.isEmpty()) {
      return List.of();
    }
    Fit fit = fit(network, rules);
    return pictures.stream().map(p -> picture(p, fit)).toList();
  }

  private Picture picture(RenditionPicture chosen, Fit fit) {
    FittedPhoto fitted = photos.fit(chosen.photoId(), fit);
    return new Picture(
        fitted::open,
        links.publicUrl(chosen.photoId(), fit, clock.instant().plus(REACHABLE)),
        fitted.mimeType(),
        fitted.bytes(),
        fitted.width(),
        fitted.height(),
        chosen.altText());
  }

  /** What a picture is made to be before it goes out to that network. */
  static Fit fit(Network network, ContentRules.PictureRules rules) {
    return Fit.of(
        network.path(),
        rules.maxBytes(),
        rules.mimeTypes(),
        rules.minRatio(),
        rules.maxRatio(),
        rules.minWidth(),
        rules.maxWidth());
  }
}
