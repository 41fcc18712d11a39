package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls to the network's video service (lexicons app/bsky/video): it takes a file with a token that
 * the account's server gives for it, prepares it, and puts what it made to that server by itself. A
 * token of the account never goes to the service.
 */
final class BlueskyVideoService {

  private static final String UPLOAD_BLOB = "com.atproto.repo.uploadBlob";
  static final String UPLOAD = "app.bsky.video.uploadVideo";
  static final String LIMITS = "app.bsky.video.getUploadLimits";

  /** How many videos an account may still send today. */
  static final String LEFT = "remainingDailyVideos";

  /** Long enough for the slowest upload, below the hour that a server allows. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  private final PlatformHttp http;
  private final BlueskyFailures failures;
  private final URI service;
  private final Clock clock;

  BlueskyVideoService(PlatformHttp http, BlueskyFailures failures, URI service, Clock clock) {
    this.http = http;
    this.failures = failures;
    this.service = service;
    this.clock = clock;
  }

  /**
   * What the service says of a video, in an answer of any status.
   *
   * @param status of HTTP; 0 without an answer
   * @param failure why it is not what was hoped for, if it is not
   */
  record Job(int status, JsonNode body, Failure failure) {

    Optional<JsonNode> blob() {
      return BlueskyBlobs.in(body);
    }

    Optional<String> text(String field) {
      return AnswerJson.text(body, field);
    }

    String words() {
      return BlueskyVideoService.words(body);
    }
  }

  Job upload(Access access, Attachment.Video video) {
    Token token = token(access, did(access.account().server()), UPLOAD_BLOB);
    if (token.failure().isPresent()) {
      return new Job(0, AnswerJson.object(), token.failure().get());
    }
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(service, UPLOAD)
                .query("did", access.account().remoteId())
                .query("name", video.bytes() + ".mp4")
                .bearer(token.text())
                .file(video.mimeType(), video.bytes(), video.content())
                .uploading(video.bytes()));
    JsonNode body = body(outcome);
    return new Job(status(outcome), body, uploadFailure(outcome, body));
  }

  Job status(String id) {
    HttpOutcome outcome =
        http.send(Xrpc.query(service, "app.bsky.video.getJobStatus").query("jobId", id));
    JsonNode body = body(outcome);
    return new Job(status(outcome), body, refused(failures.of(outcome), body));
  }

  private static int status(HttpOutcome outcome) {
    return outcome instanceof Answered answer ? answer.status() : 0;
  }

  /**
   * Why the account may send no video now. What the service does not say stands against nothing.
   */
  Optional<Failure> refusal(Access access, long bytes) {
    Token token = token(access, did(service), LIMITS);
    if (token.failure().isPresent()) {
      return token.failure();
    }
    HttpOutcome outcome = http.send(Xrpc.query(service, LIMITS).bearer(token.text()));
    JsonNode limits = Xrpc.good(outcome).orElseGet(AnswerJson::object);
    String words = words(limits);
    boolean spent =
        AnswerJson.number(limits, LEFT).orElse(1) < 1
            || AnswerJson.number(limits, "remainingDailyBytes").orElse(Long.MAX_VALUE) < bytes;
    if (spent) {
      return Optional.of(Failure.quota(Of.VIDEOS, "VIDEO_UPLOADS_REFUSED", words));
    }
    return limits.path("canUpload").isBoolean() && !limits.path("canUpload").booleanValue()
        ? Optional.of(Failure.of(Kind.REJECTED, "VIDEO_UPLOADS_REFUSED", words))
        : Optional.empty();
  }

  /** A token for the video service, or why there is none. */
  private record Token(String text, Optional<Failure> failure) {}

  private Token token(Access access, String audience, String method) {
    HttpOutcome outcome =
        http.send(
            Xrpc.query(access.account().server(), "com.atproto.server.getServiceAuth")
                .query("aud", audience)
                .query("lxm", method)
                .query("exp", String.valueOf(clock.instant().plus(TOKEN_LIFE).getEpochSecond()))
                .bearer(Xrpc.token(access)));
    return Xrpc.good(outcome)
        .flatMap(body -> AnswerJson.text(body, "token"))
        .map(text -> new Token(text, Optional.empty()))
        .orElseGet(() -> new Token("", Optional.of(failures.of(outcome))));
  }

  /** Of a server by its name; a port is written as the method {@code did:web} has it. */
  static String did(URI server) {
    return "did:web:" + server.getHost() + (server.getPort() < 0 ? "" : "%3A" + server.getPort());
  }

  /** Wrapped or bare: the service gives both. */
  private static JsonNode body(HttpOutcome outcome) {
    JsonNode body =
        outcome instanceof Answered answer
            ? answer.json().filter(JsonNode::isObject).orElseGet(AnswerJson::object)
            : AnswerJson.object();
    return body.path("jobStatus").isObject() ? body.path("jobStatus") : body;
  }

  private Failure uploadFailure(HttpOutcome outcome, JsonNode job) {
    String error = AnswerJson.text(job, "error").orElse("");
    if (error.equals("unconfirmed_email")) {
      return Failure.of(Kind.REJECTED, "VIDEO_UPLOADS_REFUSED", words(job));
    }
    if (outcome instanceof Answered answer && answer.ok() && error.isEmpty()) {
      return Failure.of(Kind.TRANSIENT, "UNREADABLE", "an upload without a job");
    }
    Failure failure = failures.of(outcome);
    return failure.kind() == Kind.REJECTED
        ? Failure.of(Kind.MEDIA_REJECTED, failure.code(), words(job))
        : refused(failure, job);
  }

  /**
   * What the service refuses says nothing about the account's own authorisation, save that its
   * server is another one now, which connecting again finds out. A token that ran out is asked for
   * anew with the next try.
   */
  private static Failure refused(Failure failure, JsonNode job) {
    boolean moved = words(job).contains("audience");
    return switch (failure.kind()) {
      case TOKEN_EXPIRED -> Failure.of(Kind.TRANSIENT, failure.code(), words(job));
      case RECONNECT, PERMISSION ->
          Failure.of(moved ? Kind.RECONNECT : Kind.REJECTED, failure.code(), words(job));
      default -> failure;
    };
  }

  private static String words(JsonNode job) {
    String error = AnswerJson.text(job, "error").orElse("");
    String message = AnswerJson.text(job, "message").orElse("");
    return (error + " " + message).strip();
  }
}
