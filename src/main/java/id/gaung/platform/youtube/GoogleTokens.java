package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Google's tokens: an access token of an hour, and a refresh token that stays the same until the
 * grant ends, and that Google does not tell again.
 */
final class GoogleTokens {

  static final String REFRESH_TOKEN = "refresh_token";

  private static final Duration USUAL_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(1);

  private final YouTubeApi api;

  GoogleTokens(YouTubeApi api) {
    this.api = api;
  }

  HttpOutcome exchange(Map<String, String> grant) {
    Map<String, String> form = new LinkedHashMap<>(grant);
    form.put("client_id", api.config().clientId());
    form.put("client_secret", api.config().clientSecret());
    return api.send(PlatformRequest.post(api.config().token(), "/token").form(form));
  }

  /**
   * @param known the refresh token until now, which stays where the answer has none; may be empty
   * @return empty if the answer holds no access token, or there is no refresh token at all
   */
  Optional<Credentials> credentials(JsonNode body, String known) {
    Optional<String> token = AnswerJson.text(body, YouTubeApi.ACCESS_TOKEN);
    String refresh = AnswerJson.text(body, REFRESH_TOKEN).orElse(known);
    if (token.isEmpty() || refresh.isEmpty()) {
      return Optional.empty();
    }
    long seconds = AnswerJson.number(body, "expires_in").orElse(USUAL_LIFE.toSeconds());
    Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
    Instant now = api.now();
    return Optional.of(
        new Credentials(
            Map.of(YouTubeApi.ACCESS_TOKEN, token.get(), REFRESH_TOKEN, refresh),
            Optional.of(now.plus(Credentials.renewedAfter(life, token.get()))),
            Optional.of(now.plus(life))));
  }

  Refreshing refresh(Access access) {
    String known = access.credentials().secrets().getOrDefault(REFRESH_TOKEN, "");
    if (known.isEmpty()) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "NO_REFRESH", ""));
    }
    HttpOutcome answer = exchange(Map.of("grant_type", REFRESH_TOKEN, REFRESH_TOKEN, known));
    return YouTubeApi.good(answer)
        .flatMap(body -> credentials(body, known))
        .<Refreshing>map(Refreshing.Refreshed::new)
        .orElseGet(() -> new Refreshing.Failed(failure(answer)));
  }

  /**
   * The endpoint's own errors. Only {@code invalid_grant} says that the grant is over; a wrong
   * client is a mistake of this installation, which another login would not put right.
   */
  Failure failure(HttpOutcome outcome) {
    if (!(outcome instanceof Answered answer) || answer.ok()) {
      return api.failure(outcome);
    }
    Optional<JsonNode> body = answer.json();
    String error = body.flatMap(b -> AnswerJson.text(b, "error")).orElse("");
    String words = body.flatMap(b -> AnswerJson.text(b, "error_description")).orElse("");
    return switch (error) {
      case "invalid_grant" -> Failure.of(Kind.RECONNECT, error, words);
      case "invalid_client", "unauthorized_client", "deleted_client", "disabled_client" ->
          Failure.of(Kind.CREDENTIALS_WRONG, error, words);
      case "admin_policy_enforced", "org_internal", "access_denied" ->
          Failure.of(Kind.PERMISSION, error, words);
      case "" -> api.failure(outcome);
      default ->
          Failure.of(
              answer.status() == 429 || answer.status() >= 500 ? Kind.TRANSIENT : Kind.REJECTED,
              error,
              words);
    };
  }

  /** Ends the whole grant of that login, and with it every other token of it. */
  Revoking revoke(Access access) {
    String token =
        access.credentials().secrets().getOrDefault(REFRESH_TOKEN, YouTubeApi.token(access));
    HttpOutcome outcome =
        api.send(
            PlatformRequest.post(api.config().token(), "/revoke").form(Map.of("token", token)));
    boolean over =
        outcome instanceof Answered answer
            && (answer.ok()
                || answer
                    .json()
                    .flatMap(body -> AnswerJson.text(body, "error"))
                    .filter("invalid_token"::equals)
                    .isPresent());
    return over ? Revoking.REVOKED : Revoking.NOT_CERTAIN;
  }
}
