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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of TikTok ("Manage User Access Tokens with OAuth v2"): one for hours, one that renews it
 * and is spent by that.
 */
final class TikTokTokens {

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

  /** Of an account that was just connected. */
  Credentials credentials(JsonNode body) {
    return TokenLife.credentials(body, Map.of(), clock.instant());
  }

  Refreshing refresh(Access access) {
    Map<String, String> before = access.credentials().secrets();
    Optional<String> renewal = TokenLife.renewal(before, clock.instant());
    if (renewal.isEmpty()) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "EXPIRED", ""));
    }
    HttpOutcome answer =
        ask(Map.of("grant_type", TokenLife.RENEWAL, TokenLife.RENEWAL, renewal.get()));
    return given(answer)
        .<Refreshing>map(
            body -> new Refreshing.Refreshed(TokenLife.credentials(body, before, clock.instant())))
        .orElseGet(() -> new Refreshing.Failed(refused(answer)));
  }

  /** Only what says that the grant is dead ends it: nothing else is the person's to mend. */
  private Failure refused(HttpOutcome answer) {
    Failure failure = api.failure(answer);
    return failure.kind() == Kind.TOKEN_EXPIRED
        ? Failure.of(Kind.REJECTED, failure.code(), failure.detail())
        : failure;
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
