package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import java.util.Optional;

/** Uploads a video: announced, sent in the parts that LinkedIn asks for, closed, processed. */
final class LinkedInVideo {

  private static final String VIDEOS = "videos";

  private final LinkedInApi api;
  private final LinkedInUpload upload;
  private final LinkedInParts parts;
  private final LinkedInProcessing processing;

  LinkedInVideo(LinkedInApi api) {
    this.api = api;
    this.upload = new LinkedInUpload(api);
    this.parts = new LinkedInParts(api, upload);
    this.processing = new LinkedInProcessing(api);
  }

  /** The next step of the video; empty if it may be posted. */
  Optional<PublishStep> next(Access access, Attachment.Video video, LinkedInProgress progress) {
    Optional<String> urn = progress.part(UploadNote.URN, 0);
    if (urn.isEmpty()) {
      return Optional.of(begin(access, video, progress));
    }
    if (progress.part(UploadNote.READY, 0).isPresent()) {
      return Optional.empty();
    }
    if (progress.has(LinkedInMark.WHOLE)) {
      return Optional.of(processing.video(processing.ask(access, VIDEOS, urn.get()), progress));
    }
    return Optional.of(
        parts.next(video, progress).orElseGet(() -> close(access, urn.get(), progress)));
  }

  private PublishStep begin(Access access, Attachment.Video video, LinkedInProgress progress) {
    HttpOutcome outcome =
        upload.act(
            access,
            VIDEOS,
            "initializeUpload",
            AnswerJson.object()
                .put("owner", LinkedInApi.page(access.account()))
                .put("fileSizeBytes", video.bytes())
                .put("uploadCaptions", false)
                .put("uploadThumbnail", false));
    Optional<JsonNode> value = LinkedInAnswers.value(outcome);
    return value
        .flatMap(told -> LinkedInUpload.urn(told, "video"))
        .flatMap(
            urn ->
                LinkedInParts.asked(
                    value.get(),
                    video.bytes(),
                    progress
                        .begun(api.clock().instant())
                        .with(UploadNote.URN, 0, urn)
                        .with(LinkedInMark.TOKEN, value.get().path("uploadToken").asText(""))))
        .map(LinkedInProgress::on)
        .orElseGet(() -> upload.refused(outcome, progress));
  }

  /** Closed a second time by a process that ended before, it is refused though it is whole. */
  private PublishStep close(Access access, String urn, LinkedInProgress progress) {
    ObjectNode asked =
        AnswerJson.object().put("video", urn).put("uploadToken", progress.text(LinkedInMark.TOKEN));
    ArrayNode ids = asked.putArray("uploadedPartIds");
    for (long i = 0; i < progress.number(LinkedInMark.PARTS); i++) {
      ids.add(progress.part(UploadNote.ETAG, i).orElse(""));
    }
    HttpOutcome outcome = upload.act(access, VIDEOS, "finalizeUpload", asked);
    LinkedInProgress whole = progress.at(LinkedInMark.WHOLE, api.clock().instant());
    if (LinkedInAnswers.isOk(outcome)) {
      return whole.on();
    }
    int status = LinkedInAnswers.status(outcome);
    if (status != 400 && status != 409 && status != 422) {
      return upload.refused(outcome, progress);
    }
    HttpOutcome state = processing.ask(access, VIDEOS, urn);
    String told =
        LinkedInAnswers.good(state).map(body -> body.path("status").asText("")).orElse("");
    return told.matches("PROCESSING|AVAILABLE")
        ? processing.video(state, whole)
        : upload.refused(outcome, progress.anew());
  }
}
