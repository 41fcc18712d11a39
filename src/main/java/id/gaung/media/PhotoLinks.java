package id.gaung.media;

import id.gaung.kernel.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses under which a photo can be seen without an account until a time: signed with
 * HMAC-SHA256, plain ASCII, without a query, as the networks that fetch by themselves want it.
 */
public final class PhotoLinks {

  private static final int SHORTEST_KEY = 32;
  private static final String VIDEO = "video";
  private static final Duration STEP = Duration.ofDays(1);

  private final Photos photos;
  private final Library library;
  private final URI publicUrl;
  private final SecretKeySpec key;
  private final Clock clock;

  /**
   * @param publicUrl where the outside reaches Gaung, such as {@code https://gaung.example}
   * @param signingKey at least 32 bytes
   */
  PhotoLinks(Photos photos, Library library, URI publicUrl, byte[] signingKey, Clock clock) {
    if (signingKey.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the key for photo links must have at least 32 bytes");
    }
    this.photos = photos;
    this.library = library;
    this.publicUrl = publicUrl;
    this.key = new SecretKeySpec(signingKey, "HmacSHA256");
    this.clock = clock;
  }

  /**
   * The address for a network. Makes the photo fit if that was not yet done, so call it outside a
   * transaction.
   *
   * @param until to the second; afterwards the address answers "gone"
   */
  public URI publicUrl(UUID photoId, Fit fit, Instant until) {
    FittedPhoto fitted = photos.fit(photoId, fit);
    String extension = fitted.mimeType().equals("image/png") ? "png" : "jpg";
    String base = publicUrl.toString().replaceFirst("/+$", "");
    String key = Crop.key(fit, photos.crop(photoId, fit));
    return URI.create(base + path(photoId, key, until.getEpochSecond(), extension));
  }

  /**
   * The address of a video for a network that fetches it by itself; ranges are answered.
   *
   * @param until to the second; afterwards the address answers "gone"
   */
  public URI videoUrl(MediaItem video, Instant until) {
    String base = publicUrl.toString().replaceFirst("/+$", "");
    return URI.create(base + path(video.id(), VIDEO, until.getEpochSecond(), extension(video)));
  }

  /** The video behind an address; throws as {@link #open} does. */
  MediaItem openVideo(UUID id, long until, String signature) {
    check(id, VIDEO, until, signature);
    return library.find(id).filter(MediaItem::isVideo).orElseThrow(Problem::notFound);
  }

  /**
   * A path of ours for the pages of people without an account, good for one to two days and the
   * same all day long, so that a phone keeps the picture. Cheap: the photo is made fit when it is
   * asked for.
   */
  public String screenPath(UUID photoId) {
    return shortPath(photoId, Fit.SCREEN);
  }

  /** As {@link #screenPath}, for lists. */
  public String thumbPath(UUID photoId) {
    return shortPath(photoId, Fit.THUMB);
  }

  /** As {@link #screenPath}, of a video; ranges are answered. */
  public String videoPath(MediaItem video) {
    return path(video.id(), VIDEO, untilTomorrow(), extension(video));
  }

  private static String extension(MediaItem video) {
    return video.mimeType().equals("video/mp4") ? "mp4" : "mov";
  }

  private String shortPath(UUID photoId, Fit fit) {
    return path(photoId, fit.key(), untilTomorrow(), "jpg");
  }

  private long untilTomorrow() {
    long step = STEP.toSeconds();
    return (clock.instant().getEpochSecond() / step + 2) * step;
  }

  private String path(UUID photoId, String fitKey, long until, String extension) {
    return "/media/%s/%s/%d/%s.%s"
        .formatted(photoId, fitKey, until, signature(photoId, fitKey, until), extension);
  }

  /**
   * The photo behind an address.
   *
   * @throws Problem "not found" if the signature is not ours, "gone" after its time
   */
  FittedPhoto open(UUID photoId, String fitKey, long until, String signature) {
    check(photoId, fitKey, until, signature);
    for (Fit onDemand : new Fit[] {Fit.SCREEN, Fit.THUMB}) {
      if (onDemand.key().equals(fitKey)) {
        return photos.fit(photoId, onDemand);
      }
    }
    return photos.made(photoId, fitKey).orElseThrow(Problem::notFound);
  }

  private void check(UUID photoId, String fitKey, long until, String signature) {
    boolean ours =
        MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.UTF_8),
            signature(photoId, fitKey, until).getBytes(StandardCharsets.UTF_8));
    if (!ours) {
      throw Problem.notFound();
    }
    if (clock.instant().getEpochSecond() > until) {
      throw Problem.of(Problem.Kind.GONE, "media.link-over");
    }
  }

  private String signature(UUID photoId, String fitKey, long until) {
    String signed = photoId + "/" + fitKey + "/" + until;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
