package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Piece;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import java.util.Optional;

/**
 * Sends a video in the parts that LinkedIn asks for, one in each step; each has an address of its
 * own, so one that is sent again takes its own place. The answer to each names it.
 */
final class LinkedInParts {

  private static final int MOST_PARTS = 1000;

  private final LinkedInApi api;
  private final LinkedInUpload upload;

  LinkedInParts(LinkedInApi api, LinkedInUpload upload) {
    this.api = api;
    this.upload = upload;
  }

  /** What was asked for, kept; empty where that is not the whole file, each byte once. */
  static Optional<LinkedInProgress> asked(JsonNode value, long bytes, LinkedInProgress progress) {
    LinkedInProgress kept = progress;
    long next = 0;
    int parts = 0;
    for (JsonNode part : value.path("uploadInstructions")) {
      Optional<String> address = AnswerJson.text(part, "uploadUrl");
      long first = AnswerJson.number(part, "firstByte").orElse(-1);
      // The last one is sent, too: others that left it out had videos that failed.
      long last = AnswerJson.number(part, "lastByte").orElse(-1);
      if (address.isEmpty() || first != next || last < first || parts == MOST_PARTS) {
        return Optional.empty();
      }
      kept =
          kept.with(UploadNote.ADDRESS, parts, address.get())
              .with(UploadNote.FIRST, parts, String.valueOf(first))
              .with(UploadNote.LAST, parts, String.valueOf(last));
      next = last + 1;
      parts++;
    }
    return parts > 0 && next == bytes
        ? Optional.of(kept.with(LinkedInMark.PARTS, String.valueOf(parts)))
        : Optional.empty();
  }

  /** The next part; empty if all of them are there. */
  Optional<PublishStep> next(Attachment.Video video, LinkedInProgress progress) {
    for (long i = 0; i < progress.number(LinkedInMark.PARTS); i++) {
      if (progress.part(UploadNote.ETAG, i).isEmpty()) {
        return Optional.of(send(video, i, progress));
      }
    }
    return Optional.empty();
  }

  private PublishStep send(Attachment.Video video, long index, LinkedInProgress progress) {
    Optional<PlatformRequest> request =
        progress.part(UploadNote.ADDRESS, index).flatMap(upload::to);
    long first = number(progress, UploadNote.FIRST, index);
    long bytes = number(progress, UploadNote.LAST, index) - first + 1;
    if (request.isEmpty() || first + bytes > video.bytes()) {
      return LinkedInUpload.lost("VIDEO_LOST", progress);
    }
    HttpOutcome outcome =
        api.send(
            request
                .get()
                .file("application/octet-stream", bytes, Piece.of(video.content(), first, bytes))
                .uploading(bytes));
    if (outcome instanceof Answered answer && answer.ok()) {
      return name(answer)
          .map(etag -> progress.with(UploadNote.ETAG, index, etag).on())
          .orElseGet(() -> upload.refused(outcome, progress));
    }
    int status = LinkedInAnswers.status(outcome);
    return status == 403 || status == 404 || status == 410
        ? LinkedInUpload.lost("VIDEO_LOST", progress)
        : upload.refused(outcome, progress);
  }

  /** Without the quotes that a header of this name may have. */
  private static Optional<String> name(Answered answer) {
    return answer
        .header("etag")
        .map(etag -> etag.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""))
        .filter(etag -> !etag.isEmpty());
  }

  private static long number(LinkedInProgress progress, UploadNote part, long index) {
    String text = progress.part(part, index).orElse("");
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }
}
