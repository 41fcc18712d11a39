package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.kernel.Network;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.Library;
import id.gaung.media.MediaItem;
import id.gaung.media.PhotoLinks;
import id.gaung.media.Photos;
import id.gaung.platform.Account;
import id.gaung.platform.Picture;
import id.gaung.platform.PictureRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pictures from the library. */
final class LibraryPictures implements PictureSource {

  /** As long as a network may still come to fetch a picture, retries included. */
  private static final Duration REACHABLE = Duration.ofHours(24);

  private final Library library;
  private final Photos photos;
  private final PhotoLinks links;
  private final Clock clock;

  LibraryPictures(Library library, Photos photos, PhotoLinks links, Clock clock) {
    this.library = library;
    this.photos = photos;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public List<Picture> pictures(
      List<RenditionPicture> pictures, Network network, PictureRules rules) {
    if (pictures.isEmpty()) {
      return List.of();
    }
    Fit fit = fit(network, rules);
    return pictures.stream().map(p -> picture(p, fit)).toList();
  }

  @Override
  public Map<UUID, MediaItem> items(Collection<UUID> ids) {
    return library.find(ids);
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
  static Fit fit(Network network, PictureRules rules) {
    return Fit.of(
        network.path(),
        rules.maxBytes(),
        rules.mimeTypes(),
        rules.minRatio(),
        rules.maxRatio(),
        rules.minWidth(),
        rules.maxWidth());
  }

  /** As {@link PublishingFeature#pictureFit} says. */
  static Optional<Fit> fit(
      Channels channels, Platforms platforms, String network, Optional<UUID> channel) {
    return platforms.networks().stream()
        .filter(known -> known.path().equals(network))
        .findFirst()
        .flatMap(
            known ->
                account(channels, known, channel)
                    .map(account -> fit(known, platforms.of(known).rules(account).pictures())));
  }

  private static Optional<Account> account(
      Channels channels, Network network, Optional<UUID> channel) {
    Optional<Account> connected =
        channels.connected().stream()
            .filter(c -> c.network().equals(network) && channel.map(c.id()::equals).orElse(true))
            .findFirst()
            .map(Channel::account);
    return connected.isPresent() || channel.isPresent()
        ? connected
        : Optional.of(new Account(network, URI.create("https://none.invalid"), "", "", Map.of()));
  }
}
