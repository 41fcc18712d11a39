package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What stands around every answer: its code tells whether the call succeeded, not the status. */
final class TikTokEnvelope {

  private TikTokEnvelope() {}

  /** What a call gave, if its envelope says so. */
  static Optional<JsonNode> data(HttpOutcome outcome) {
    Optional<JsonNode> none = Optional.empty();
    return outcome
        .match(Answered::json, sent -> none, unknown -> none)
        .filter(body -> code(body).equals("ok"))
        .map(body -> body.path("data"))
        .filter(JsonNode::isObject);
  }

  /** In the envelope, or flat as of tokens. */
  private static String code(JsonNode body) {
    JsonNode error = body.path("error");
    return error.isTextual() ? error.textValue() : error.path("code").asText("");
  }

  private static String words(JsonNode body) {
    String flat = body.path("error_description").asText("");
    return flat.isEmpty() ? body.path("error").path("message").asText("") : flat;
  }

  static Failure failure(Answered answer, Instant now) {
    String code = refusal(answer).orElse("");
    if (answer.ok() && code.isEmpty()) {
      return Failure.of(Kind.TRANSIENT, "unreadable", "HTTP " + answer.status());
    }
    Kind kind = TikTokErrors.kind(code).orElseGet(() -> TikTokErrors.kind(answer.status()));
    Optional<Duration> wait = new LimitHeaders(answer, now).wait("Retry-After");
    String words = answer.json().map(TikTokEnvelope::words).orElse("");
    return TikTokErrors.failure(
        code.isEmpty() ? "HTTP " + answer.status() : code, words, kind, wait);
  }

  private static Optional<String> refusal(Answered answer) {
    return answer
        .json()
        .map(TikTokEnvelope::code)
        .filter(code -> !code.isEmpty() && !code.equals("ok"));
  }

  /** Whether nobody knows what became of a call whose answer does not hold what it should. */
  static boolean isUnclear(HttpOutcome outcome) {
    return outcome instanceof HttpOutcome.Unknown
        || (outcome instanceof Answered a
            && (TikTokErrors.kind(a.status()) == Kind.TRANSIENT || (a.ok() && !isCertain(a))));
  }

  private static boolean isCertain(Answered answer) {
    return refusal(answer)
        .filter(code -> TikTokErrors.kind(code).filter(Kind.TRANSIENT::equals).isEmpty())
        .isPresent();
  }
}
