package id.gaung.platform.tiktok;

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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of TikTok ("Manage User Access Tokens with OAuth v2"): one for hours, one that renews it
 * and is spent by that. How long they live is told with each of them and never assumed.
 */
final class TikTokTokens {

  private static final String RENEWAL = "refresh_token";
  private static final String RENEWAL_ENDS = "refresh_until";

  /** Where TikTok does not say: the shortest that its pages ever named. */
  private static final Duration UNTOLD = Duration.ofHours(2);

  private static final Duration LONGEST = Duration.ofDays(366);

  private final TikTokApi api;
  private final Clock clock;

  TikTokTokens(TikTokApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  HttpOutcome ask(Map<String, String> grant) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_key", api.config().key());
    form.put("client_secret", api.config().secret());
    form.putAll(grant);
    return api.send(PlatformRequest.post(api.config().api(), "/v2/oauth/token/").form(form));
  }

  /** The body of an answer that gives a token. */
  static Optional<JsonNode> given(HttpOutcome outcome) {
    return outcome instanceof Answered answer && answer.ok()
        ? answer.json().filter(body -> AnswerJson.text(body, TikTokApi.TOKEN).isPresent())
        : Optional.empty();
  }

  Credentials credentials(JsonNode body, Map<String, String> before) {
    Instant now = clock.instant();
    Map<String, String> secrets = new HashMap<>(before);
    String token = body.path(TikTokApi.TOKEN).asText("");
    secrets.put(TikTokApi.TOKEN, token);
    // An answer without a new one leaves the old one as it is.
    AnswerJson.text(body, RENEWAL).ifPresent(text -> secrets.put(RENEWAL, text));
    AnswerJson.number(body, "refresh_expires_in")
        .ifPresent(seconds -> secrets.put(RENEWAL_ENDS, now.plus(life(seconds)).toString()));
    Duration life = life(AnswerJson.number(body, "expires_in").orElse(UNTOLD.toSeconds()));
    return new Credentials(
        secrets, Optional.of(now.plus(renewed(life, token))), Optional.of(now.plus(life)));
  }

  private static Duration life(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST.toSeconds())));
  }

  /** At 80 % of its life at the latest; up to a twentieth earlier, so that not all come at once. */
  private static Duration renewed(Duration life, String token) {
    long early = Math.floorMod(token.hashCode(), 1000);
    return life.multipliedBy(80_000 - 5 * early).dividedBy(100_000);
  }

  Refreshing refresh(Access access) {
    Map<String, String> before = access.credentials().secrets();
    String renewal = before.getOrDefault(RENEWAL, "");
    if (renewal.isEmpty() || isOver(before)) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "EXPIRED", ""));
    }
    HttpOutcome answer = ask(Map.of("grant_type", RENEWAL, RENEWAL, renewal));
    return given(answer)
        .<Refreshing>map(body -> new Refreshing.Refreshed(credentials(body, before)))
        .orElseGet(() -> new Refreshing.Failed(refused(answer)));
  }

  /** Only what says that the grant is dead ends it: nothing else is the person's to mend. */
  private Failure refused(HttpOutcome answer) {
    Failure failure = api.failure(answer);
    return failure.kind() == Kind.TOKEN_EXPIRED
        ? Failure.of(Kind.REJECTED, failure.code(), failure.detail())
        : failure;
  }

  private boolean isOver(Map<String, String> secrets) {
    try {
      String until = secrets.getOrDefault(RENEWAL_ENDS, "");
      return !until.isEmpty() && !clock.instant().isBefore(Instant.parse(until));
    } catch (DateTimeException notRemembered) {
      return false;
    }
  }

  Revoking revoke(Access access) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_key", api.config().key());
    form.put("client_secret", api.config().secret());
    form.put("token", TikTokApi.token(access));
    HttpOutcome answer =
        api.send(PlatformRequest.post(api.config().api(), "/v2/oauth/revoke/").form(form));
    // A good answer has no body, or an empty one.
    boolean refused =
        !(answer instanceof Answered told)
            || !told.ok()
            || told.json()
                .filter(body -> !api.failure(told).code().equals("unreadable"))
                .isPresent();
    return refused ? Revoking.NOT_CERTAIN : Revoking.REVOKED;
  }
}
