package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Mastodon's apps (methods/apps), and what they are told about signing in. */
final class MastodonApps {

  private static final List<String> KNOWN_SCOPES =
      List.of(
          "profile",
          "read",
          "read:accounts",
          "read:statuses",
          "write",
          "write:statuses",
          "write:media");

  private final AppDao apps;
  private final Clock clock;
  private final URI base;

  MastodonApps(Jdbi jdbi, Clock clock, URI base) {
    this.clock = clock;
    this.base = base;
    apps = jdbi.onDemand(AppDao.class);
  }

  void register(Router router) {
    router.post("/api/v1/apps", Purpose.SIGN_IN, this::registerApp);
    router.get("/.well-known/oauth-authorization-server", Purpose.SIGN_IN, call -> metadata());
  }

  private Answer registerApp(Call call) {
    String name = call.param("client_name").orElse("").trim();
    List<String> redirects =
        call.params("redirect_uris").stream()
            .flatMap(value -> Arrays.stream(value.split("\\s+", -1)))
            .filter(value -> !value.isEmpty())
            .toList();
    String scopes = call.param("scopes").filter(value -> !value.isBlank()).orElse("read");
    if (name.isEmpty()) {
      throw MastodonErrors.invalid("Application name can't be blank");
    }
    if (redirects.isEmpty()) {
      throw MastodonErrors.invalid("Redirect URI can't be blank");
    }
    if (!KNOWN_SCOPES.containsAll(Scopes.of(scopes))) {
      throw MastodonErrors.invalid("Scopes doesn't match configured on the server.");
    }
    String clientId = Ticket.next();
    String secret = Ticket.next();
    apps.create(
        MastodonServer.NETWORK,
        name,
        clientId,
        secret,
        String.join("\n", redirects),
        String.join(" ", Scopes.of(scopes)),
        clock.instant());
    PracticeApp app = apps.find(MastodonServer.NETWORK, clientId).orElseThrow();
    ObjectNode answer =
        PracticeJson.object()
            .put("id", Long.toString(app.id()))
            .put("name", name)
            .put("client_id", clientId)
            .put("client_secret", secret)
            .put("client_secret_expires_at", 0)
            .put("redirect_uri", String.join("\n", redirects));
    call.param("website").ifPresent(website -> answer.put("website", website));
    ArrayNode uris = answer.putArray("redirect_uris");
    redirects.forEach(uris::add);
    ArrayNode granted = answer.putArray("scopes");
    Scopes.of(scopes).forEach(granted::add);
    return Answer.json(answer);
  }

  /** The app that calls, if its secret is right: by the form, the body or HTTP Basic. */
  Optional<PracticeApp> of(Call call) {
    String basic =
        call.header("Authorization")
            .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
            .map(value -> new String(decode(value.substring(6)), StandardCharsets.UTF_8))
            .orElse(":");
    int colon = Math.max(0, basic.indexOf(':'));
    String id = call.param("client_id").orElse(basic.substring(0, colon));
    String secret =
        call.param("client_secret").orElse(basic.substring(Math.min(basic.length(), colon + 1)));
    return apps.find(MastodonServer.NETWORK, id).filter(app -> app.clientSecret().equals(secret));
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64.trim());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private Answer metadata() {
    ObjectNode server =
        PracticeJson.object()
            .put("issuer", base + "/")
            .put("authorization_endpoint", base + "/oauth/authorize")
            .put("token_endpoint", base + "/oauth/token")
            .put("revocation_endpoint", base + "/oauth/revoke")
            .put("app_registration_endpoint", base + "/api/v1/apps");
    ArrayNode scopes = server.putArray("scopes_supported");
    KNOWN_SCOPES.forEach(scopes::add);
    server.putArray("response_types_supported").add("code");
    server.putArray("grant_types_supported").add("authorization_code").add("client_credentials");
    server.putArray("code_challenge_methods_supported").add("S256");
    server
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_basic")
        .add("client_secret_post");
    return Answer.json(server);
  }
}
