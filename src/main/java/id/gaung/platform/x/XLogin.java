package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Changes the code that a person came back with, which lives half a minute, into an account. */
final class XLogin {

  private final XApi api;
  private final XApp app;
  private final XAppCalls calls;
  private final Clock clock;

  XLogin(XApi api, XApp app, XAppCalls calls, Clock clock) {
    this.api = api;
    this.app = app;
    this.calls = calls;
    this.clock = clock;
  }

  Connecting end(String verifier, String code, URI callback) {
    if (!calls.isSetUp()) {
      return new Connecting.Refused(XRefusals.notSetUp());
    }
    HttpOutcome answer = calls.ask("token", XConsent.answered(verifier, code, callback));
    Optional<JsonNode> grant =
        XAnswers.good(answer).filter(b -> AnswerJson.text(b, XApi.ACCESS_TOKEN).isPresent());
    if (grant.isEmpty()) {
      return refused(answer);
    }
    Optional<Failure> missing = XScopes.missing(grant.get().path("scope").asText(""));
    return missing
        .<Connecting>map(Connecting.Refused::new)
        .or(() -> XGrant.of(grant.get(), "", clock.instant()).map(this::identify))
        .orElseGet(() -> new Connecting.Refused(XScopes.notOffline()));
  }

  private Connecting identify(Credentials credentials) {
    String token = credentials.secrets().getOrDefault(XApi.ACCESS_TOKEN, "");
    HttpOutcome answer = api.send(PlatformRequest.get(app.api(), XApi.ME).bearer(token));
    Optional<String> id = XAnswers.data(answer).flatMap(XAnswers::id);
    Optional<String> name = XAnswers.data(answer).flatMap(u -> AnswerJson.text(u, "username"));
    if (id.isEmpty() || name.isEmpty()) {
      return refused(answer);
    }
    Network network = Network.valueOf(XNetwork.NAME);
    Account account = new Account(network, app.api(), id.get(), name.get(), Map.of());
    return new Connecting.Connected(new Access(account, credentials));
  }

  private Connecting refused(HttpOutcome answer) {
    return new Connecting.Refused(XRefusals.of(answer, api.failure(answer)));
  }
}
