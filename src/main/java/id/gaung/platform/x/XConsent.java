package id.gaung.platform.x;

import id.gaung.platform.Connecting;
import id.gaung.platform.Pkce;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** X's page on which a person agrees, asked for with a proof that only we can give later. */
final class XConsent {

  static final String VERIFIER = "code_verifier";
  private static final String REDIRECT = "redirect_uri";

  private XConsent() {}

  static Connecting ask(XApp app, URI callback, String state) {
    if (!app.isComplete()) {
      return new Connecting.Refused(XRefusals.notSetUp());
    }
    Pkce pkce = Pkce.random();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", app.clientId());
    query.put(REDIRECT, callback.toString());
    query.put("scope", XScopes.ASKED);
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return new Connecting.Redirect(
        WebAddress.of(app.web(), "/i/oauth2/authorize", query), Map.of(VERIFIER, pkce.verifier()));
  }

  /** What the code that came back is given for. */
  static Map<String, String> answered(String verifier, String code, URI callback) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        REDIRECT,
        callback.toString(),
        VERIFIER,
        verifier);
  }
}
