package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.util.Set;

/**
 * How far a video is, by its {@code status}.
 *
 * @param reason why it failed or was rejected, in YouTube's word; else empty
 */
record VideoState(Stage stage, String reason, boolean isPrivate) {

  enum Stage {
    WORKING,
    READY,
    /** Its file cannot be played. */
    FAILED,
    /** YouTube does not want it. */
    REJECTED,
    DELETED
  }

  private static final Set<String> OF_OTHERS = Set.of("copyright", "claim", "trademark");
  private static final Set<String> ACCOUNT =
      Set.of("uploaderAccountSuspended", "uploaderAccountClosed");

  static VideoState of(JsonNode video) {
    JsonNode status = video.path("status");
    boolean isPrivate = status.path("privacyStatus").asText("").equals("private");
    String why = status.path("failureReason").asText(status.path("rejectionReason").asText(""));
    Stage stage =
        switch (status.path("uploadStatus").asText("")) {
          case "processed" -> Stage.READY;
          case "failed" -> Stage.FAILED;
          case "rejected" -> Stage.REJECTED;
          case "deleted" -> Stage.DELETED;
          default -> Stage.WORKING;
        };
    return new VideoState(stage, why, isPrivate);
  }

  /** Whether nobody can play it, and nobody ever will. */
  boolean isOver() {
    return stage == Stage.FAILED || stage == Stage.REJECTED || stage == Stage.DELETED;
  }

  /** Why, with a sentence of its own for each kind of reason. */
  Failure failure() {
    if (ACCOUNT.contains(reason)) {
      return Failure.of(Kind.ACCOUNT_BLOCKED, reason, "");
    }
    String sentence =
        switch (stage) {
          case FAILED ->
              reason.equals("uploadAborted") ? "content.video-aborted" : "content.video-unplayable";
          case REJECTED ->
              OF_OTHERS.contains(reason)
                  ? "content.video-others-rights"
                  : switch (reason) {
                    case "duplicate" -> "content.video-duplicate";
                    case "length" -> "content.video-unverified-length";
                    default -> "content.video-against-rules";
                  };
          default -> "content.video-taken-away";
        };
    return Failure.of(Kind.MEDIA_REJECTED, sentence, reason);
  }
}
