package id.gaung.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param attachment fit for the network already
 * @param options what is said of the post; a client sends those that its network's {@link Traits}
 *     declare and no others. {@link NetworkModule#choices} says which values there are
 * @param newestKnown the network's id of what the account published last, if that was just now; a
 *     client that needs to know what stood there before its call asks the network otherwise
 */
public record Publication(
    UUID id,
    Instant firstAttemptAt,
    String text,
    String language,
    Attachment attachment,
    Map<PostOption, String> options,
    Optional<String> newestKnown) {

  public Publication {
    // What was stored before line breaks were counted once goes out with one each, too.
    text = PostText.of(text);
    options = Map.copyOf(options);
  }

  /** With pictures, or with none. */
  public Publication(
      UUID id, Instant firstAttemptAt, String text, String language, List<Picture> pictures) {
    this(id, firstAttemptAt, text, language, pictures, Optional.empty());
  }

  /** With pictures, or with none. */
  public Publication(
      UUID id,
      Instant firstAttemptAt,
      String text,
      String language,
      List<Picture> pictures,
      Optional<String> newestKnown) {
    this(
        id,
        firstAttemptAt,
        text,
        language,
        new Attachment.Pictures(pictures),
        Map.of(),
        newestKnown);
  }

  /** In order; none where something else is attached. */
  public List<Picture> pictures() {
    return attachment instanceof Attachment.Pictures attached ? attached.pictures() : List.of();
  }

  public Optional<Attachment.Video> video() {
    return attachment instanceof Attachment.Video video ? Optional.of(video) : Optional.empty();
  }

  public Optional<Attachment.LinkCard> card() {
    return attachment instanceof Attachment.LinkCard card ? Optional.of(card) : Optional.empty();
  }

  /** The descriptions of what is attached, in order: one for each picture, or the video's. */
  public List<String> altTexts() {
    return video()
        .map(video -> List.of(video.altText()))
        .orElseGet(() -> pictures().stream().map(Picture::altText).toList());
  }

  /** What was chosen; empty where nothing was. */
  public Optional<String> option(PostOption option) {
    return Optional.ofNullable(options.get(option)).filter(value -> !value.isBlank());
  }

  /** Whether something that can be said only was. */
  public boolean says(PostOption option) {
    return option(option).filter("true"::equals).isPresent();
  }
}
