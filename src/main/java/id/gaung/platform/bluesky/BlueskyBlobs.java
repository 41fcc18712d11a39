package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformHttp;
import java.util.Optional;

/** Files on their way into a record. One uploaded twice gives the same blob. */
final class BlueskyBlobs {

  private final PlatformHttp http;
  private final BlueskyFailures failures;

  BlueskyBlobs(PlatformHttp http, BlueskyFailures failures) {
    this.http = http;
    this.failures = failures;
  }

  /** Uploads it; an unknown outcome is merely a failure. */
  HttpOutcome upload(Access access, String mimeType, long bytes, Picture.Content content) {
    return http.send(
        Xrpc.procedure(access.account().server(), "com.atproto.repo.uploadBlob")
            .bearer(Xrpc.token(access))
            .file(mimeType, bytes, content)
            .uploading(bytes));
  }

  /** The blob, as the record will name it. */
  static Optional<JsonNode> of(HttpOutcome outcome) {
    return outcome.match(BlueskyBlobs::blob, n -> Optional.empty(), u -> Optional.empty());
  }

  private static Optional<JsonNode> blob(Answered answer) {
    return Xrpc.success(answer).flatMap(BlueskyBlobs::in);
  }

  /** The blob that a body names. */
  static Optional<JsonNode> in(JsonNode body) {
    return Optional.of(body.path("blob"))
        .filter(b -> AnswerJson.text(b.path("ref"), "$link").isPresent());
  }

  /** Whatever the server finds invalid in an upload is the picture. */
  Failure failure(HttpOutcome outcome) {
    Failure failure = failures.of(outcome);
    return failure.kind() == Failure.Kind.REJECTED
        ? Failure.of(Failure.Kind.MEDIA_REJECTED, failure.code(), failure.detail())
        : failure;
  }
}
