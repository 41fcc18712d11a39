package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * LinkedIn's consent: a code becomes a token of the person, with which their pages are listed. A
 * proof of who began (PKCE) is only for apps on a person's own machine.
 */
final class LinkedInLogin {

  private static final String REDIRECT = "redirect_uri";

  private final LinkedInApi api;
  private final LinkedInTokens tokens;
  private final LinkedInPages pages;

  LinkedInLogin(LinkedInApi api, LinkedInTokens tokens) {
    this.api = api;
    this.tokens = tokens;
    this.pages = new LinkedInPages(api);
  }

  Connecting begin(URI callback, String state) {
    if (!api.app().isComplete()) {
      return refused(LinkedInRefusals.notSetUp());
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", api.app().clientId());
    query.put(REDIRECT, callback.toString());
    query.put("state", state);
    query.put("scope", LinkedInScopes.ASKED);
    return new Connecting.Redirect(
        WebAddress.of(api.app().web(), "/oauth/v2/authorization", query), Map.of());
  }

  Connecting end(String code, URI callback) {
    if (!api.app().isComplete()) {
      return refused(LinkedInRefusals.notSetUp());
    }
    String back = callback.toString();
    HttpOutcome answer =
        tokens.ask(
            "accessToken",
            Map.of("grant_type", "authorization_code", "code", code, REDIRECT, back));
    Optional<JsonNode> grant = LinkedInAnswers.good(answer);
    Optional<Failure> missing =
        grant.flatMap(body -> LinkedInScopes.missing(body.path("scope").asText("")));
    if (missing.isPresent()) {
      return refused(missing.get());
    }
    return grant
        .flatMap(body -> LinkedInGrant.of(body, Map.of(), api.clock().instant()))
        .map(pages::offer)
        .orElseGet(() -> refused(LinkedInRefusals.ofCode(answer, api.failure(answer))));
  }

  Connecting choose(Map<String, String> pending, String id) {
    return pages.take(pending, id);
  }

  private static Connecting refused(Failure failure) {
    return new Connecting.Refused(failure);
  }
}
