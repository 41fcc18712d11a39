package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import java.util.List;
import java.util.Optional;

/** Uploads pictures, each in two calls, and waits for them. Nobody sees any before it is posted. */
final class LinkedInPictures {

  private final LinkedInApi api;
  private final LinkedInUpload upload;
  private final LinkedInProcessing processing;

  LinkedInPictures(LinkedInApi api) {
    this.api = api;
    this.upload = new LinkedInUpload(api);
    this.processing = new LinkedInProcessing(api);
  }

  /** The next step of the pictures; empty if all of them may be posted. */
  Optional<PublishStep> next(Access access, List<Picture> pictures, LinkedInProgress progress) {
    for (int i = 0; i < pictures.size(); i++) {
      Optional<String> urn = progress.part(UploadNote.URN, i);
      if (urn.isEmpty()) {
        return Optional.of(begin(access, i, progress));
      }
      if (progress.part(UploadNote.SENT, i).isEmpty()) {
        return Optional.of(send(access, pictures.get(i), i, progress));
      }
    }
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.part(UploadNote.READY, i).isEmpty()) {
        String urn = progress.part(UploadNote.URN, i).orElse("");
        return Optional.of(processing.picture(access, urn, i, progress));
      }
    }
    return Optional.empty();
  }

  private PublishStep begin(Access access, int index, LinkedInProgress progress) {
    HttpOutcome outcome =
        upload.act(
            access,
            "images",
            "initializeUpload",
            AnswerJson.object().put("owner", LinkedInApi.page(access.account())));
    Optional<JsonNode> value = LinkedInAnswers.value(outcome);
    Optional<String> urn = value.flatMap(told -> LinkedInUpload.urn(told, "image"));
    Optional<String> address = value.flatMap(told -> AnswerJson.text(told, "uploadUrl"));
    if (urn.isEmpty() || address.isEmpty()) {
      return upload.refused(outcome, progress);
    }
    return progress
        .begun(api.clock().instant())
        .with(UploadNote.URN, index, urn.get())
        .with(UploadNote.ADDRESS, index, address.get())
        .on();
  }

  private PublishStep send(Access access, Picture picture, int index, LinkedInProgress progress) {
    Optional<PlatformRequest> request =
        progress.part(UploadNote.ADDRESS, index).flatMap(upload::to);
    if (request.isEmpty()) {
      return LinkedInUpload.lost("PICTURE_LOST", progress);
    }
    HttpOutcome outcome =
        api.send(
            request
                .get()
                .bearer(LinkedInApi.token(access))
                .file(picture.mimeType(), picture.bytes(), picture.content())
                .uploading(picture.bytes()));
    if (LinkedInAnswers.isOk(outcome)) {
      return progress.with(UploadNote.SENT, index, api.clock().instant().toString()).on();
    }
    int status = LinkedInAnswers.status(outcome);
    // An address lives for a while and belongs to one upload.
    return status == 403 || status == 404 || status == 410
        ? LinkedInUpload.lost("PICTURE_LOST", progress)
        : upload.refused(outcome, progress);
  }
}
