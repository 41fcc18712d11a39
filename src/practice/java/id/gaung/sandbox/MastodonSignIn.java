package id.gaung.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Mastodon's tokens (methods/oauth). They have no end. */
final class MastodonSignIn {

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;
  private final MastodonApps clients;

  MastodonSignIn(Jdbi jdbi, Clock clock, MastodonApps clients) {
    this.clock = clock;
    this.clients = clients;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  /** Whose token a call carries. */
  record Caller(PracticeAccount account, String appName) {}

  void register(Router router) {
    router.post("/oauth/token", Purpose.SIGN_IN, this::token);
    router.post("/oauth/revoke", Purpose.SIGN_IN, this::revoke);
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

  private Answer token(Call call) {
    PracticeApp app =
        clients
            .of(call)
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
        PracticeJson.object()
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
    Optional<PracticeApp> app = clients.of(call);
    Optional<PracticeToken> token = tokens.find(call.param("token").orElse(""));
    if (app.isEmpty()
        || token.filter(found -> !found.appId().equals(app.map(PracticeApp::id))).isPresent()) {
      throw MastodonErrors.oauth(
          403, "unauthorized_client", "You are not authorized to revoke this token");
    }
    token.ifPresent(found -> tokens.revoke(found.token(), clock.instant()));
    return Answer.json(PracticeJson.object());
  }
}
