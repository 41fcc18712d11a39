package id.gaung.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A photo or a video of the library, with what people say about it.
 *
 * @param sha256 of the kept bytes, in hexadecimal
 * @param bytes of the kept file
 * @param width in pixels as it is shown, turned
 * @param height as {@code width}
 * @param originalName as the sender called it; for showing only
 * @param storedName who sent it, as they were called then
 * @param maker who made it; empty if nobody said
 * @param licence what may be done with it, in words; empty for the office's own
 * @param licenceUntil the first instant at which it no longer holds; empty if it has no end
 * @param licenceNetworks on which networks it may be shown, by their path; empty for all
 * @param coverId the picture that stands for a video
 * @param durationMs of a video, in milliseconds
 * @param frameRate pictures a second on the average, 0 if the file does not say
 * @param version counts the changes of what people say about it
 */
public record MediaItem(
    UUID id,
    Kind kind,
    String sha256,
    String mimeType,
    long bytes,
    int width,
    int height,
    String originalName,
    Instant createdAt,
    String storedName,
    String title,
    String altText,
    String maker,
    String licence,
    Optional<Instant> licenceUntil,
    List<String> licenceNetworks,
    List<String> tags,
    Optional<UUID> folderId,
    Optional<UUID> coverId,
    Optional<Long> durationMs,
    Optional<String> videoCodec,
    Optional<String> audioCodec,
    Optional<Integer> rotation,
    Optional<Double> frameRate,
    int version) {

  /** What it is. */
  public enum Kind {
    PHOTO,
    VIDEO
  }

  public MediaItem {
    licenceNetworks = List.copyOf(licenceNetworks);
    tags = List.copyOf(tags);
  }

  public boolean isVideo() {
    return kind == Kind.VIDEO;
  }

  /** Its title, or what its file was called. */
  public String name() {
    return title.isBlank() ? originalName : title;
  }

  /** How long a video is. */
  public Optional<Duration> duration() {
    return durationMs.map(Duration::ofMillis);
  }

  /** Whether a video has sound. */
  public boolean hasSound() {
    return audioCodec.isPresent();
  }

  /** The picture that stands for it in lists; empty for a video without a cover. */
  public Optional<UUID> pictureId() {
    return isVideo() ? coverId : Optional.of(id);
  }

  /** Whether its licence has ended by that time. */
  public boolean isOver(Instant at) {
    return licenceUntil.filter(until -> !until.isAfter(at)).isPresent();
  }

  /** Whether its licence allows it on that network. */
  public boolean mayBeOn(String network) {
    return licenceNetworks.isEmpty() || licenceNetworks.contains(network);
  }
}
