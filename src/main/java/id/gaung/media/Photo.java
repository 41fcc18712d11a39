package id.gaung.media;

import id.gaung.media.PhotoStudio.MadePhoto;
import java.time.Instant;
import java.util.UUID;

/**
 * A photo as it was cleaned on arrival: upright, sRGB, without metadata.
 *
 * @param sha256 of the cleaned bytes, in hexadecimal; also its name in the media folder
 * @param originalName as the sender called it; for showing only
 */
public record Photo(
    UUID id,
    String sha256,
    String mimeType,
    long bytes,
    int width,
    int height,
    String originalName,
    Instant createdAt) {

  MadePhoto asMade() {
    return new MadePhoto(sha256, mimeType, bytes, width, height);
  }
}
