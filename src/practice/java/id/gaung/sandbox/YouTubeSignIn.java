package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Google's tokens: an access token of an hour, and a refresh token that stays the same. */
final class YouTubeSignIn {

  private static final String PREFIX = "https://www.googleapis.com/auth/youtube.";

  static final String UPLOAD = PREFIX + "upload";
  static final String READ = PREFIX + "readonly";
  static final String MANAGE = PREFIX + "force-ssl";
  static final String ALL_SCOPES = String.join(" ", UPLOAD, READ, MANAGE);

  private static final Duration LIFE = Duration.ofSeconds(3599);

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  YouTubeSignIn(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    router.post("/token", Purpose.SIGN_IN, this::token);
    router.post("/revoke", Purpose.SIGN_IN, this::revoke);
  }

  Optional<Long> accountOf(Call call) {
    return call.bearer().flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** Whose token the call carries, if the scope was granted. */
  PracticeAccount caller(Call call, String scope) {
    PracticeToken token =
        call.bearer()
            .flatMap(tokens::find)
            .filter(found -> found.kind() == PracticeToken.Kind.ACCESS)
            .filter(found -> found.revokedAt().isEmpty() && !found.expired(clock.instant()))
            .orElseThrow(() -> new PracticeRefusal(YouTubeRefusals.unauthorized()));
    if (!Scopes.of(token.scopes()).contains(scope)) {
      throw YouTubeRefusals.refuse(
          403,
          "global",
          "insufficientPermissions",
          "Request had insufficient authentication scopes.");
    }
    return token.accountId().flatMap(accounts::find).orElseThrow();
  }

  /** The caller; empty for anybody with the project's key. */
  Optional<PracticeAccount> reader(Call call) {
    if (call.bearer().isEmpty()
        && call.param("key").filter(YouTubeServer.API_KEY::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(caller(call, READ));
  }

  private Answer token(Call call) {
    PracticeApp app =
        apps.find(YouTubeServer.NETWORK, call.param("client_id").orElse(""))
            .filter(found -> found.clientSecret().equals(call.param("client_secret").orElse("")))
            .orElseThrow(
                () ->
                    YouTubeRefusals.oauth(
                        401, "invalid_client", "The OAuth client was not found."));
    return switch (call.param("grant_type").orElse("")) {
      case "authorization_code" -> redeem(call, app);
      case "refresh_token" -> refresh(call, app);
      default -> throw YouTubeRefusals.oauth(400, "unsupported_grant_type", "Invalid grant_type");
    };
  }

  private Answer redeem(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeCode code =
        apps.findCode(call.param("code").orElse(""))
            .filter(found -> found.appId() == app.id() && found.expiresAt().isAfter(now))
            .filter(found -> found.redirectUri().equals(call.param("redirect_uri").orElse("")))
            .filter(found -> answers(found.challenge(), call.param("code_verifier").orElse("")))
            .filter(found -> apps.spendCode(found.code(), now) == 1)
            .orElseThrow(() -> YouTubeRefusals.oauth(400, "invalid_grant", "Malformed auth code."));
    String refresh =
        create(PracticeToken.Kind.REFRESH, "1//", code.accountId(), app, code.scopes(), now);
    return Answer.json(given(code.accountId(), app, code.scopes()).put("refresh_token", refresh));
  }

  private static boolean answers(String challenge, String verifier) {
    return challenge.isEmpty()
        || Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Chance.sha256(verifier.getBytes(StandardCharsets.US_ASCII)))
            .equals(challenge);
  }

  /** Without a new refresh token. */
  private Answer refresh(Call call, PracticeApp app) {
    PracticeToken token =
        tokens
            .find(call.param("refresh_token").orElse(""))
            .filter(found -> found.kind() == PracticeToken.Kind.REFRESH)
            .filter(found -> found.revokedAt().isEmpty())
            .orElseThrow(
                () ->
                    YouTubeRefusals.oauth(
                        400, "invalid_grant", "Token has been expired or revoked."));
    return Answer.json(given(token.accountId().orElseThrow(), app, token.scopes()));
  }

  private ObjectNode given(long account, PracticeApp app, String scopes) {
    Instant now = clock.instant();
    return PracticeJson.object()
        .put("access_token", create(PracticeToken.Kind.ACCESS, "ya29.", account, app, scopes, now))
        .put("expires_in", LIFE.toSeconds())
        .put("scope", scopes)
        .put("token_type", "Bearer");
  }

  private String create(
      PracticeToken.Kind kind,
      String prefix,
      long account,
      PracticeApp app,
      String scopes,
      Instant now) {
    String token = prefix + Ticket.next();
    Optional<Instant> end =
        kind == PracticeToken.Kind.ACCESS ? Optional.of(now.plus(LIFE)) : Optional.empty();
    tokens.create(token, kind, Optional.of(account), Optional.of(app.id()), scopes, now, end);
    return token;
  }

  private Answer revoke(Call call) {
    PracticeToken token =
        tokens
            .find(call.param("token").orElse(""))
            .filter(found -> found.revokedAt().isEmpty())
            .orElseThrow(
                () -> YouTubeRefusals.oauth(400, "invalid_token", "Token expired or revoked"));
    Instant now = clock.instant();
    tokens.revoke(token.token(), now);
    // The whole grant is over: every other token of that person, too.
    token.accountId().ifPresent(account -> tokens.revokeAll(account, now));
    return Answer.json(PracticeJson.object());
  }
}
