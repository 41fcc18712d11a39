package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.tiktok.DraftProgress.Part;
import java.util.Optional;

/**
 * What TikTok says of a draft ("Get Video Status").
 *
 * @param state in its words; empty where it did not answer
 * @param bytes of a video that have arrived
 * @param failure why it did not answer
 */
record DraftState(String state, String reason, long bytes, Optional<Failure> failure) {

  static DraftState of(TikTokApi api, Access access, DraftProgress progress) {
    HttpOutcome outcome =
        api.post(
            access,
            "/v2/post/publish/status/fetch/",
            AnswerJson.object().put("publish_id", progress.text(Part.ID)));
    return TikTokEnvelope.data(outcome)
        .map(DraftState::told)
        .orElseGet(() -> new DraftState("", "", 0, Optional.of(api.failure(outcome))));
  }

  private static DraftState told(JsonNode data) {
    return new DraftState(
        data.path("status").asText(""),
        data.path("fail_reason").asText(""),
        Math.max(0, data.path("uploaded_bytes").asLong(0)),
        Optional.empty());
  }

  boolean isUploading() {
    return state.equals("PROCESSING_UPLOAD");
  }
}
