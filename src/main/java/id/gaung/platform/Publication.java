package id.gaung.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is to be published, the same on every attempt.
 *
 * @param id stable over all attempts; the client makes its idempotency key of it
 * @param firstAttemptAt when the first attempt began; becomes the post's own time where the network
 *     takes one, and is where a look-up starts. Never later than now
 * @param text as the reader will see it
 * @param language of the text, BCP 47, such as {@code id}
 * @param pictures in order; fit for the network already
 */
public record Publication(
    UUID id, Instant firstAttemptAt, String text, String language, List<Picture> pictures) {

  public Publication {
    pictures = List.copyOf(pictures);
  }
}
