package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is uploaded before a record can be written: one file a step, each kept in the checkpoint.
 */
final class BlueskyUploads {

  /** Of a checkpoint: how often everything had to be uploaded once more. */
  static final String AGAIN = "uploadedAgain";

  private static final String BLOB = "blob.";

  private final BlueskyBlobs blobs;
  private final BlueskyVideos videos;

  BlueskyUploads(BlueskyBlobs blobs, BlueskyVideos videos) {
    this.blobs = blobs;
    this.videos = videos;
  }

  /** Empty when nothing is left to upload. */
  Optional<PublishStep> next(Access access, Publication publication, Checkpoint checkpoint) {
    List<Picture> pictures = pictures(publication);
    for (int i = 0; i < pictures.size(); i++) {
      if (!checkpoint.values().containsKey(BLOB + i)) {
        return Optional.of(upload(access, pictures.get(i), BLOB + i, checkpoint));
      }
    }
    return publication
        .video()
        .filter(video -> !checkpoint.values().containsKey(BLOB + 0))
        .map(video -> video(access, video, checkpoint));
  }

  /** What was uploaded, in order. */
  static List<JsonNode> blobs(Checkpoint checkpoint) {
    List<JsonNode> blobs = new ArrayList<>();
    for (int i = 0; checkpoint.values().containsKey(BLOB + i); i++) {
      AnswerJson.parse(checkpoint.values().getOrDefault(BLOB + i, "")).ifPresent(blobs::add);
    }
    return blobs;
  }

  /** Of a card too, where its picture is not too large: a link is worth more than its picture. */
  private static List<Picture> pictures(Publication publication) {
    return publication
        .card()
        .map(
            card ->
                card.picture().stream()
                    .filter(p -> p.bytes() <= BlueskyRules.MAX_CARD_PICTURE)
                    .toList())
        .orElseGet(publication::pictures);
  }

  /**
   * By its service. What the service prepared before it only names, even if the account's server
   * has dropped it since; then the file itself goes there, which the network prepares when it finds
   * it in the post.
   */
  private PublishStep video(Access access, Attachment.Video video, Checkpoint checkpoint) {
    if (checkpoint.values().containsKey(AGAIN)) {
      return uploaded(
          blobs.upload(access, video.mimeType(), video.bytes(), video.content()),
          BLOB + 0,
          checkpoint);
    }
    return videos.next(access, video, BLOB + 0, checkpoint);
  }

  private PublishStep upload(Access access, Picture picture, String key, Checkpoint checkpoint) {
    return uploaded(
        blobs.upload(access, picture.mimeType(), picture.bytes(), picture.content()),
        key,
        checkpoint);
  }

  private PublishStep uploaded(HttpOutcome outcome, String key, Checkpoint checkpoint) {
    return BlueskyBlobs.of(outcome)
        .<PublishStep>map(blob -> after(with(checkpoint, Map.of(key, AnswerJson.write(blob)))))
        .orElseGet(() -> new PublishStep.Failed(blobs.failure(outcome), checkpoint));
  }

  private static PublishStep after(Checkpoint checkpoint) {
    return new PublishStep.Continue(checkpoint, Duration.ZERO);
  }

  private static Checkpoint with(Checkpoint checkpoint, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.putAll(more);
    return new Checkpoint(values);
  }
}
