package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Calls of TikTok's API, and what its answers say. Its envelope's code decides, not the status. */
final class TikTokApi {

  static final String TOKEN = "access_token";

  /** Limits are of a sliding minute, and no header tells when it is over. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PlatformHttp http;
  private final TikTokConfig config;
  private final Clock clock;

  TikTokApi(PlatformHttp http, TikTokConfig config, Clock clock) {
    this.http = http;
    this.config = config;
    this.clock = clock;
  }

  TikTokConfig config() {
    return config;
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  HttpOutcome post(Access access, String path, JsonNode body) {
    return http.send(PlatformRequest.post(config.api(), path).bearer(token(access)).json(body));
  }

  /** The same, where fields are named in the query. */
  HttpOutcome ask(Access access, String path, String fields, JsonNode body) {
    return http.send(
        PlatformRequest.post(config.api(), path)
            .query("fields", fields)
            .bearer(token(access))
            .json(body));
  }

  HttpOutcome user(String token, String fields) {
    return http.send(
        PlatformRequest.get(config.api(), "/v2/user/info/").query("fields", fields).bearer(token));
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(TOKEN, "");
  }

  static boolean hasToken(Access access) {
    return !token(access).isEmpty();
  }

  /** What a call gave, if its envelope says so. */
  static Optional<JsonNode> data(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        ? answer
            .json()
            .filter(body -> code(body).equals("ok"))
            .map(body -> body.path("data"))
            .filter(JsonNode::isObject)
        : Optional.empty();
  }

  /** In the envelope, or flat as of tokens. */
  private static String code(JsonNode body) {
    JsonNode error = body.path("error");
    return error.isTextual() ? error.textValue() : error.path("code").asText("");
  }

  private static String words(JsonNode body) {
    return body.path("error").isTextual()
        ? body.path("error_description").asText("")
        : body.path("error").path("message").asText("");
  }

  /** Why a call gave nothing. */
  Failure failure(HttpOutcome outcome) {
    return outcome.match(this::failure, sent -> NoAnswer.of(sent, false), NoAnswer::of);
  }

  private Failure failure(Answered answer) {
    Optional<JsonNode> body = answer.json();
    String code = body.map(TikTokApi::code).filter(text -> !text.equals("ok")).orElse("");
    if (answer.ok() && code.isEmpty()) {
      return Failure.of(Kind.TRANSIENT, "unreadable", "HTTP " + answer.status());
    }
    return failure(
        code.isEmpty() ? "HTTP " + answer.status() : code,
        body.map(TikTokApi::words).orElse(""),
        TikTokErrors.kind(code).orElseGet(() -> TikTokErrors.kind(answer.status())),
        new LimitHeaders(answer, clock.instant()).wait("Retry-After").orElse(MINUTE));
  }

  static Failure failure(String code, String words, Kind kind, Duration wait) {
    if (code.equals(TikTokErrors.TOO_MANY_DRAFTS)) {
      return Failure.quota(NetworkQuota.Of.DRAFTS, code, words);
    }
    return kind == Kind.RATE_LIMITED
        ? Failure.rateLimited(code, words, wait)
        : Failure.of(kind, code, words);
  }

  /** Whether nobody knows what became of a call whose answer does not hold what it should. */
  static boolean isUnclear(HttpOutcome outcome) {
    return outcome instanceof HttpOutcome.Unknown
        || (outcome instanceof Answered answer
            && (answer.status() >= 500
                || answer.status() == 408
                || (answer.ok() && !isRefusal(answer))));
  }

  private static boolean isRefusal(Answered answer) {
    return answer
        .json()
        .map(TikTokApi::code)
        .filter(code -> !code.isEmpty() && !code.equals("ok"))
        .filter(code -> TikTokErrors.kind(code).filter(Kind.TRANSIENT::equals).isEmpty())
        .isPresent();
  }
}
