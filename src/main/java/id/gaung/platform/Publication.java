package id.gaung.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be published, the same on every attempt.
 *
 * @param id stable over all attempts; the client makes its idempotency key of it
 * @param firstAttemptAt when the first attempt began; becomes the post's own time where the network
 *     takes one. Never later than now
 * @param text as the reader will see it
 * @param language of the text, BCP 47, such as {@code id}
 * @param pictures in order; fit for the network already
 * @param newestKnown the network's id of what the account published last, if that was just now; a
 *     client that needs to know what stood there before its call asks the network otherwise
 */
public record Publication(
    UUID id,
    Instant firstAttemptAt,
    String text,
    String language,
    List<Picture> pictures,
    Optional<String> newestKnown) {

  public Publication {
    // What was stored before line breaks were counted once goes out with one each, too.
    text = PostText.of(text);
    pictures = List.copyOf(pictures);
  }

  public Publication(
      UUID id, Instant firstAttemptAt, String text, String language, List<Picture> pictures) {
    this(id, firstAttemptAt, text, language, pictures, Optional.empty());
  }
}
