package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Calls in the name of an account, and the failure an answer means. */
final class MastodonApi {

  /** The secret that holds the access token. */
  static final String ACCESS_TOKEN = "access_token";

  private final PlatformHttp http;
  private final MastodonFailures failures;

  MastodonApi(PlatformHttp http, Clock clock) {
    this.http = http;
    this.failures = new MastodonFailures(clock);
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  static PlatformRequest get(Access access, String path) {
    PlatformRequest request = PlatformRequest.get(access.account().server(), path);
    return token(access).isEmpty() ? request : request.bearer(token(access));
  }

  static PlatformRequest post(Access access, String path) {
    return PlatformRequest.post(access.account().server(), path).bearer(token(access));
  }

  static String status(String id) {
    return "/api/v1/statuses/" + segment(id);
  }

  /** An id of a server as one segment of a path. */
  static String segment(String id) {
    return WebAddress.encoded(id);
  }

  /** The body of a good answer; empty for everything else. */
  static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok() ? a.json() : Optional.empty();
  }

  /** The status of an answer; 0 without one. */
  static int statusOf(HttpOutcome outcome) {
    return outcome instanceof Answered a ? a.status() : 0;
  }

  /** Why an outcome is not the one hoped for; a good status here means an unreadable body. */
  Failure failure(HttpOutcome outcome) {
    return failure(outcome, false);
  }

  Failure failureWhenConnecting(HttpOutcome outcome) {
    return failure(outcome, true);
  }

  private Failure failure(HttpOutcome outcome, boolean connecting) {
    return outcome.match(this::answered, notSent -> NoAnswer.of(notSent, connecting), NoAnswer::of);
  }

  private Failure answered(Answered answer) {
    if (answer.ok()) {
      return Failure.of(Failure.Kind.TRANSIENT, "UNREADABLE", "HTTP " + answer.status());
    }
    return failures.of(
        answer.status(),
        answer.json().orElse(MissingNode.getInstance()),
        answer.header("X-RateLimit-Reset"),
        answer.header("Retry-After"),
        answer.header("Date"));
  }

  /** The limit that an answer, good or not, says is reached with it. */
  Optional<Failure> spent(HttpOutcome outcome) {
    return outcome instanceof Answered a
        ? failures.spent(
            a.header("X-RateLimit-Remaining"), a.header("X-RateLimit-Reset"), a.header("Date"))
        : Optional.empty();
  }

  /** Where people see a status. */
  static Optional<URI> address(JsonNode status) {
    return WebAddress.given(status.path("url").asText(""))
        .or(() -> WebAddress.given(status.path("uri").asText("")));
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS_TOKEN, "");
  }
}
