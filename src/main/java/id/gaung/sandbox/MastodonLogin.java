package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Mastodon's apps and tokens (methods/apps, methods/oauth). Tokens have no end. */
final class MastodonLogin {

  private static final List<String> KNOWN_SCOPES =
      List.of(
          "profile",
          "read",
          "read:accounts",
          "read:statuses",
          "write",
          "write:statuses",
          "write:media");

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;
  private final URI base;

  MastodonLogin(Jdbi jdbi, Clock clock, URI base) {
    this.clock = clock;
    this.base = base;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  /** Whose token a call carries. */
  record Caller(PracticeAccount account, String appName) {}

  void register(Router router) {
    router.post("/api/v1/apps", Purpose.SIGN_IN, this::registerApp);
    router.post("/oauth/token", Purpose.SIGN_IN, this::token);
    router.post("/oauth/revoke", Purpose.SIGN_IN, this::revoke);
    router.get("/.well-known/oauth-authorization-server", Purpose.SIGN_IN, call -> metadata());
  }

  /** Whose token the call carries, if it was granted one of the scopes. */
  Caller require(Call call, String... oneOf) {
    PracticeToken token =
        call.bearer()
            .flatMap(tokens::find)
            .orElseThrow(() -> MastodonErrors.refuse(401, "The access token is invalid"));
    if (token.revokedAt().isPresent()) {
      throw MastodonErrors.refuse(401, "The access token was revoked");
    }
    if (!Scopes.grant(token.scopes(), oneOf)) {
      throw MastodonErrors.refuse(403, "This action is outside the authorized scopes");
    }
    PracticeAccount account =
        token
            .accountId()
            .flatMap(accounts::find)
            .orElseThrow(
                () -> MastodonErrors.refuse(422, "This method requires an authenticated user"));
    return new Caller(
        account, token.appId().flatMap(apps::findById).map(PracticeApp::name).orElse(""));
  }

  /** The account of a valid token, if the call carries any token at all. */
  Optional<PracticeAccount> callerIfAny(Call call, String... oneOf) {
    return call.bearer().isPresent()
        ? Optional.of(require(call, oneOf).account())
        : Optional.empty();
  }

  Optional<Long> accountOf(Call call) {
    return call.bearer().flatMap(tokens::find).flatMap(PracticeToken::accountId);
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
        PracticeNetwork.MASTODON,
        name,
        clientId,
        secret,
        String.join("\n", redirects),
        String.join(" ", Scopes.of(scopes)),
        clock.instant());
    PracticeApp app = apps.find(PracticeNetwork.MASTODON, clientId).orElseThrow();
    ObjectNode answer =
        Json.object()
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

  private Answer token(Call call) {
    PracticeApp app =
        client(call)
            .orElseThrow(
                () ->
                    MastodonErrors.oauth(
                        401,
                        "invalid_client",
                        "Client authentication failed due to unknown client, no client"
                            + " authentication included, or unsupported authentication method."));
    return switch (call.param("grant_type").orElse("")) {
      case "authorization_code" -> redeem(call, app);
      case "client_credentials" -> grant(Optional.empty(), app, call.param("scope").orElse("read"));
      default ->
          throw MastodonErrors.oauth(
              400,
              "unsupported_grant_type",
              "The authorization grant type is not supported by the authorization server.");
    };
  }

  private Answer redeem(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeCode code =
        apps.findCode(call.param("code").orElse(""))
            .filter(found -> found.appId() == app.id())
            .filter(found -> found.redirectUri().equals(call.param("redirect_uri").orElse("")))
            .filter(found -> found.expiresAt().isAfter(now))
            .filter(found -> answers(found.challenge(), call.param("code_verifier").orElse("")))
            .filter(found -> apps.spendCode(found.code(), now) == 1)
            .orElseThrow(
                () ->
                    MastodonErrors.oauth(
                        400,
                        "invalid_grant",
                        "The provided authorization grant is invalid, expired, revoked, does not"
                            + " match the redirection URI used in the authorization request, or"
                            + " was issued to another client."));
    return grant(Optional.of(code.accountId()), app, code.scopes());
  }

  private Answer grant(Optional<Long> accountId, PracticeApp app, String scopes) {
    if (!app.mayAsk(scopes)) {
      throw MastodonErrors.oauth(
          400, "invalid_scope", "The requested scope is invalid, unknown, or malformed.");
    }
    String token = Ticket.next();
    Instant now = clock.instant();
    tokens.create(
        token,
        PracticeToken.Kind.ACCESS,
        accountId,
        Optional.of(app.id()),
        scopes,
        now,
        Optional.empty());
    return Answer.json(
        Json.object()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("scope", scopes)
            .put("created_at", now.getEpochSecond()));
  }

  /** RFC 7636, S256; no challenge asks for no verifier. */
  private static boolean answers(String challenge, String verifier) {
    return challenge.isEmpty()
        || Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Chance.sha256(verifier.getBytes(StandardCharsets.US_ASCII)))
            .equals(challenge);
  }

  private Answer revoke(Call call) {
    Optional<PracticeApp> app = client(call);
    Optional<PracticeToken> token = tokens.find(call.param("token").orElse(""));
    if (app.isEmpty()
        || token.filter(found -> !found.appId().equals(app.map(PracticeApp::id))).isPresent()) {
      throw MastodonErrors.oauth(
          403, "unauthorized_client", "You are not authorized to revoke this token");
    }
    token.ifPresent(found -> tokens.revoke(found.token(), clock.instant()));
    return Answer.json(Json.object());
  }

  /** By the form, the body or HTTP Basic. */
  private Optional<PracticeApp> client(Call call) {
    String basic =
        call.header("Authorization")
            .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
            .map(value -> new String(decode(value.substring(6)), StandardCharsets.UTF_8))
            .orElse(":");
    int colon = Math.max(0, basic.indexOf(':'));
    String id = call.param("client_id").orElse(basic.substring(0, colon));
    String secret =
        call.param("client_secret").orElse(basic.substring(Math.min(basic.length(), colon + 1)));
    return apps.find(PracticeNetwork.MASTODON, id).filter(app -> app.clientSecret().equals(secret));
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
        Json.object()
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
