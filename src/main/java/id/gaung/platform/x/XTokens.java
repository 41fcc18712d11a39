package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tokens of two hours. Each refresh gives a new refresh token and spends the old one; using a spent
 * one ends them all.
 */
final class XTokens {

  static final String REFRESH_TOKEN = "refresh_token";

  private final XApi api;
  private final XAppCalls app;
  private final Clock clock;

  XTokens(XApi api, XAppCalls app, Clock clock) {
    this.api = api;
    this.app = app;
    this.clock = clock;
  }

  Refreshing refresh(Access access) {
    if (!app.isSetUp()) {
      return new Refreshing.Failed(XRefusals.notSetUp());
    }
    String spent = access.credentials().secrets().getOrDefault(REFRESH_TOKEN, "");
    if (spent.isEmpty()) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "NO_REFRESH", ""));
    }
    HttpOutcome outcome =
        app.ask("token", Map.of("grant_type", REFRESH_TOKEN, REFRESH_TOKEN, spent));
    return XAnswers.good(outcome)
        .flatMap(body -> XGrant.of(body, spent, clock.instant()))
        .<Refreshing>map(Refreshing.Refreshed::new)
        .orElseGet(() -> new Refreshing.Failed(dead(outcome, api.failure(outcome))));
  }

  /** The token is dead only if X says so of it; what is wrong with the app, the operator mends. */
  private static Failure dead(HttpOutcome outcome, Failure failure) {
    return XRefusals.ofApp(outcome)
        .map(code -> Failure.of(Kind.PERMISSION, code, failure.detail()))
        .orElseGet(
            () ->
                XRefusals.isOfToken(outcome) && !failure.passes()
                    ? Failure.of(Kind.RECONNECT, failure.code(), failure.detail())
                    : failure);
  }

  /** Both, since X does not say that one ends the other. */
  Revoking revoke(Access access) {
    Map<String, String> secrets = access.credentials().secrets();
    boolean ended =
        app.isSetUp()
            && Stream.of(REFRESH_TOKEN, XApi.ACCESS_TOKEN)
                .map(
                    kind ->
                        Map.of("token", secrets.getOrDefault(kind, ""), "token_type_hint", kind))
                .allMatch(form -> XAnswers.isOk(app.ask("revoke", form)));
    return ended ? Revoking.REVOKED : Revoking.NOT_CERTAIN;
  }
}
