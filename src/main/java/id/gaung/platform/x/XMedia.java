package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.Optional;

/** What uploads of pictures and of videos have in common. */
final class XMedia {

  static final String UPLOAD = "/2/media/upload";

  private XMedia() {}

  static boolean isUpload(PlatformRequest request) {
    return request.is("POST", UPLOAD)
        || request.is("POST", "/initialize")
        || request.is("POST", "/append")
        || request.is("POST", "/finalize");
  }

  static Optional<String> id(HttpOutcome outcome) {
    return XAnswers.data(outcome).flatMap(XMedia::id);
  }

  /** Under its older name, too. */
  private static Optional<String> id(JsonNode media) {
    return XAnswers.id(media)
        .or(() -> Optional.of(media.path("media_id_string").asText("")).filter(XAnswers::isId));
  }

  /** Whatever is refused for good while uploading is the file. */
  static Failure refused(Failure failure) {
    return failure.kind() == Kind.REJECTED || failure.kind() == Kind.TEXT_REJECTED
        ? Failure.of(Kind.MEDIA_REJECTED, failure.code(), failure.detail())
        : failure;
  }

  static PublishStep on(XProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
