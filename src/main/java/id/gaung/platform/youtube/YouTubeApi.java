package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of the Data API, in an account's name or in nobody's, and what an answer means. */
final class YouTubeApi {

  static final String ACCESS_TOKEN = "access_token";

  static final String ROOT = "/youtube/v3";

  private final PlatformHttp http;
  private final YouTubeConfig config;
  private final Clock clock;

  YouTubeApi(PlatformHttp http, YouTubeConfig config, Clock clock) {
    this.http = http;
    this.config = config;
    this.clock = clock;
  }

  YouTubeConfig config() {
    return config;
  }

  Instant now() {
    return clock.instant();
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  /**
   * A read: with the account's login where there is one, else with the key of this installation.
   */
  PlatformRequest get(Access access, String path, String parts) {
    PlatformRequest request = PlatformRequest.get(config.api(), ROOT + path).query("part", parts);
    return hasLogin(access) ? request.bearer(token(access)) : request.query("key", config.apiKey());
  }

  PlatformRequest delete(Access access, String path) {
    return PlatformRequest.delete(config.api(), ROOT + path).bearer(token(access));
  }

  /** Whether anything can be read: with the account's login, or with the key. */
  boolean reads(Access access) {
    return hasLogin(access) || config.readsOpenly();
  }

  static boolean hasLogin(Access access) {
    return !token(access).isEmpty();
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS_TOKEN, "");
  }

  /** The body of a good answer; empty for everything else. */
  static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok()
        ? a.json().filter(body -> body.isObject() && !body.has("error"))
        : Optional.empty();
  }

  /**
   * What a good answer lists. A list of nothing comes with or without the field.
   *
   * @return empty if the answer is none, or no list
   */
  static Optional<List<JsonNode>> items(HttpOutcome outcome) {
    return good(outcome)
        .filter(
            body ->
                body.path("items").isArray()
                    || (!body.has("items")
                        && body.path("pageInfo").path("totalResults").asInt(-1) == 0))
        .map(
            body -> {
              List<JsonNode> items = new ArrayList<>();
              body.path("items").forEach(items::add);
              return items;
            });
  }

  static boolean says(HttpOutcome outcome, int status, String reason) {
    return outcome instanceof Answered answer
        && answer.status() == status
        && YouTubeErrors.reason(answer).equals(reason);
  }

  /** Why an outcome is not the one hoped for. */
  Failure failure(HttpOutcome outcome) {
    return failure(outcome, NetworkQuota.Of.CALLS);
  }

  /**
   * @param of what is used up where a day's quota is
   */
  Failure failure(HttpOutcome outcome, NetworkQuota.Of of) {
    return outcome.match(
        answer ->
            answer.ok()
                ? Failure.of(Kind.TRANSIENT, "UNREADABLE", "HTTP " + answer.status())
                : YouTubeErrors.of(answer, of, now()),
        notSent -> NoAnswer.of(notSent, false),
        NoAnswer::of);
  }
}
