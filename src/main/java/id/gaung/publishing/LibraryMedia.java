package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.Library;
import id.gaung.media.MediaFeature;
import id.gaung.media.MediaItem;
import id.gaung.media.PhotoLinks;
import id.gaung.media.Photos;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.VideoFacts;
import id.gaung.platform.NetworkModule;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Photos and videos from the library. */
final class LibraryMedia implements MediaSource {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryMedia.class);

  /** As long as a network may still come to fetch a picture, retries included. */
  private static final Duration REACHABLE = Duration.ofHours(24);

  private static final int COVER_WIDTH = 1080;

  /** What Bluesky takes on a card (lexicon app.bsky.embed.external); others take more. */
  private static final long CARD_BYTES = 1_000_000;

  private static final int CARD_WIDTH = 1200;

  private final Library library;
  private final Photos photos;
  private final PhotoLinks links;
  private final Clock clock;

  LibraryMedia(MediaFeature media, Clock clock) {
    this.library = media.library();
    this.photos = media.photos();
    this.links = media.links();
    this.clock = clock;
  }

  @Override
  public ReadyMedia ready(List<RenditionPicture> chosen, Network network, ContentRules rules) {
    if (chosen.isEmpty()) {
      return ReadyMedia.pictures(List.of());
    }
    for (RenditionPicture one : chosen) {
      if (one.video()) {
        MediaItem item = library.find(one.photoId()).orElseThrow(Problem::notFound);
        return video(item, one.altText(), network, rules);
      }
    }
    Fit fit = fit(network, rules.pictures());
    return ReadyMedia.pictures(
        chosen.stream().map(one -> picture(one.photoId(), one.altText(), fit)).toList());
  }

  @Override
  public ReadyMedia card(URI address, PostCard card, Network network, ContentRules rules) {
    Optional<Picture> picture =
        NetworkModule.of(network).makesCards()
            ? Optional.empty()
            : card.photoId().flatMap(id -> onCard(id, card.title(), network, rules.pictures()));
    return ReadyMedia.card(
        new Attachment.LinkCard(address, card.titled(address), card.description(), picture));
  }

  private Optional<Picture> onCard(
      UUID photoId, String title, Network network, PictureRules rules) {
    boolean forbidden =
        library
            .find(photoId)
            .filter(item -> item.isOver(clock.instant()) || !item.mayBeOn(network.path()))
            .isPresent();
    if (forbidden) {
      return Optional.empty();
    }
    try {
      return Optional.of(picture(photoId, title, card(network, rules)));
    } catch (Problem gone) {
      if (gone.kind() == Problem.Kind.TOO_MANY || gone.kind() == Problem.Kind.UNAVAILABLE) {
        throw gone;
      }
      LOG.warn("A link goes out without its picture {}: {}", photoId, gone.getMessage());
      return Optional.empty();
    }
  }

  /** Networks show a card's picture wide and flat, and take smaller ones than a post's. */
  private static Fit card(Network network, PictureRules rules) {
    return Fit.of(
        network.path() + "-card",
        Math.min(rules.maxBytes(), CARD_BYTES),
        rules.mimeTypes(),
        1,
        1.91,
        1,
        CARD_WIDTH);
  }

  @Override
  public Map<UUID, MediaItem> items(Collection<UUID> ids) {
    return library.find(ids);
  }

  private ReadyMedia video(MediaItem item, String altText, Network network, ContentRules rules) {
    Optional<Picture> cover =
        item.coverId().map(id -> picture(id, altText, cover(network, rules.pictures())));
    return new ReadyMedia(
        new Attachment.Video(
            () -> library.open(item, 0, item.bytes()),
            links.videoUrl(item, clock.instant().plus(REACHABLE)),
            item.mimeType(),
            item.bytes(),
            item.width(),
            item.height(),
            item.duration().orElse(Duration.ZERO),
            cover,
            altText),
        Optional.of(facts(item, altText)));
  }

  /** What is known of a video without opening it. */
  static VideoFacts facts(MediaItem item, String altText) {
    return new VideoFacts(
        item.mimeType(),
        item.bytes(),
        item.width(),
        item.height(),
        item.duration().orElse(Duration.ZERO),
        item.videoCodec().orElse(""),
        item.audioCodec(),
        item.frameRate().orElse(0.0),
        altText);
  }

  private Picture picture(UUID photoId, String altText, Fit fit) {
    FittedPhoto fitted = photos.fit(photoId, fit);
    return new Picture(
        fitted::open,
        links.publicUrl(photoId, fit, clock.instant().plus(REACHABLE)),
        fitted.mimeType(),
        fitted.bytes(),
        fitted.width(),
        fitted.height(),
        altText);
  }

  /** A cover has the shape of its video, whatever shape pictures must have there. */
  private static Fit cover(Network network, PictureRules rules) {
    return Fit.of(
        network.path() + "-cover", rules.maxBytes(), rules.mimeTypes(), 0.1, 10, 1, COVER_WIDTH);
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
