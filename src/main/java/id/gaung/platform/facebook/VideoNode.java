package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What Facebook says of a video that was uploaded or published.
 *
 * @param bytes how many it has; -1 where it does not say
 * @param words of its error; empty if there is none
 * @param post as which it stands; empty where it is not out, or Facebook does not say
 */
record VideoNode(Stage stage, long bytes, String words, Optional<RemotePost> post) {

  /** How far it is. */
  enum Stage {
    /** Bytes are missing. */
    UPLOADING,
    /** All is there and being worked on. */
    PROCESSING,
    /** May be published. */
    READY,
    /** Facebook was told to publish it, and works on that. */
    PUBLISHING,
    OUT,
    /** It was not published within Facebook's time. */
    EXPIRED,
    FAILED
  }

  private static final Set<String> ERRORS = Set.of("error", "upload_failed");

  /** Empty if Facebook did not answer with a video. */
  static Optional<VideoNode> of(Access access, HttpOutcome outcome, URI web) {
    return GraphApi.good(outcome)
        .filter(body -> body.path("status").isObject())
        .map(body -> of(access, body, web));
  }

  private static VideoNode of(Access access, JsonNode body, URI web) {
    JsonNode status = body.path("status");
    JsonNode uploading = status.path("uploading_phase");
    // The documentation and Meta's own specification spell it differently.
    long bytes =
        AnswerJson.number(uploading, "bytes_transferred")
            .orElse(AnswerJson.number(uploading, "bytes_transfered").orElse(-1));
    Stage stage = stage(body, status);
    Optional<RemotePost> post =
        Optional.of(body.path("post_id").asText(""))
            .filter(id -> !id.isEmpty() && stage == Stage.OUT)
            .map(id -> FeedPublishing.whole(access, id))
            .map(
                id ->
                    new RemotePost(
                        id,
                        Optional.of(
                            PagePost.address(body, web).orElse(PageAddresses.of(web, id)))));
    return new VideoNode(stage, bytes, words(status), post);
  }

  private static Stage stage(JsonNode body, JsonNode status) {
    String video = status.path("video_status").asText("");
    String publishing = phase(status, "publishing_phase");
    if (publishing.equals("complete")
        || (publishing.isEmpty() && body.path("published").asBoolean(false))) {
      return Stage.OUT;
    }
    if (ERRORS.contains(video)
        || publishing.equals("error")
        || phase(status, "processing_phase").equals("error")
        || phase(status, "uploading_phase").equals("error")) {
      return Stage.FAILED;
    }
    if (video.equals("expired")) {
      return Stage.EXPIRED;
    }
    if (publishing.equals("in_progress")) {
      return Stage.PUBLISHING;
    }
    if (!phase(status, "uploading_phase").equals("complete")) {
      return video.equals("ready") || video.equals("upload_complete")
          ? Stage.READY
          : Stage.UPLOADING;
    }
    return phase(status, "processing_phase").equals("in_progress") ? Stage.PROCESSING : Stage.READY;
  }

  private static String phase(JsonNode status, String name) {
    return status.path(name).path("status").asText("");
  }

  private static String words(JsonNode status) {
    StringBuilder words = new StringBuilder();
    for (JsonNode phase : status) {
      words.append(phase.path("error").path("message").asText(""));
      for (JsonNode error : phase.path("errors")) {
        words.append(error.path("message").asText("")).append(' ');
      }
    }
    return words.toString().strip();
  }
}
