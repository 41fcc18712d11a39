package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls in the app's own name, about tokens: id and secret stand in the form. */
final class LinkedInTokens {

  private final LinkedInApi api;

  LinkedInTokens(LinkedInApi api) {
    this.api = api;
  }

  /** Sent once, as all calls are. */
  HttpOutcome ask(String path, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("client_id", api.app().clientId());
    form.put("client_secret", api.app().clientSecret());
    return api.send(PlatformRequest.post(api.app().web(), "/oauth/v2/" + path).form(form));
  }

  /** Only apps of partners get a refresh token; all others are connected again by a person. */
  Refreshing refresh(Access access) {
    if (!api.app().isComplete()) {
      return new Refreshing.Failed(LinkedInRefusals.notSetUp());
    }
    Map<String, String> secrets = access.credentials().secrets();
    String token = secrets.getOrDefault(LinkedInGrant.REFRESH_TOKEN, "");
    if (token.isEmpty()) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "NO_REFRESH", ""));
    }
    HttpOutcome outcome =
        ask(
            "accessToken",
            Map.of("grant_type", LinkedInGrant.REFRESH_TOKEN, LinkedInGrant.REFRESH_TOKEN, token));
    return LinkedInAnswers.good(outcome)
        .flatMap(body -> LinkedInGrant.of(body, secrets, api.clock().instant()))
        .<Refreshing>map(Refreshing.Refreshed::new)
        .orElseGet(() -> new Refreshing.Failed(dead(outcome, api.failure(outcome))));
  }

  /** The grant is over only if LinkedIn says so of its token; the app's trouble is the app's. */
  private static Failure dead(HttpOutcome outcome, Failure failure) {
    return LinkedInRefusals.ofApp(outcome)
        .map(code -> Failure.of(Kind.PERMISSION, code, failure.detail()))
        .orElseGet(
            () ->
                LinkedInRefusals.isOfToken(outcome) && !failure.passes()
                    ? Failure.of(Kind.RECONNECT, failure.code(), failure.detail())
                    : failure);
  }

  /**
   * Used by many programs, but in no page of LinkedIn's: what is not answered well is for a person.
   */
  Revoking revoke(Access access) {
    boolean ended =
        api.app().isComplete()
            && LinkedInAnswers.isOk(ask("revoke", Map.of("token", LinkedInApi.token(access))));
    return ended ? Revoking.REVOKED : Revoking.NOT_CERTAIN;
  }
}
