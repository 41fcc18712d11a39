package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Login Kit v2: a token of two hours, and one that renews it and is spent by that. */
final class TikTokSignIn {

  static final String UPLOAD = "video.upload";
  static final String LIST = "video.list";
  static final String BASIC = "user.info.basic";
  static final String PROFILE = "user.info.profile";
  static final String STATS = "user.info.stats";
  static final String ALL_SCOPES =
      String.join(" ", BASIC, PROFILE, STATS, LIST, UPLOAD, "video.publish");

  private static final Duration LIFE = Duration.ofHours(2);
  private static final Duration RENEWAL_LIFE = Duration.ofDays(180);

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  TikTokSignIn(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    router.post("/v2/oauth/token/", Purpose.SIGN_IN, this::token);
    router.post("/v2/oauth/revoke/", Purpose.SIGN_IN, this::revoke);
  }

  Optional<Long> accountOf(Call call) {
    return call.bearer().flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** Whose token the call carries, if it was granted the permission. */
  PracticeAccount require(Call call, String scope) {
    PracticeToken token =
        call.bearer()
            .flatMap(tokens::find)
            .filter(found -> found.kind() == PracticeToken.Kind.ACCESS)
            .filter(found -> !found.expired(clock.instant()) && found.revokedAt().isEmpty())
            .orElseThrow(() -> new PracticeRefusal(invalid()));
    if (!has(token, scope)) {
      throw TikTokAnswers.refuse(
          401, "scope_not_authorized", "The user did not authorize the scope required");
    }
    return token.accountId().flatMap(accounts::find).orElseThrow();
  }

  boolean may(Call call, String scope) {
    return call.bearer().flatMap(tokens::find).filter(token -> has(token, scope)).isPresent();
  }

  private static boolean has(PracticeToken token, String scope) {
    return Scopes.of(token.scopes()).contains(scope);
  }

  static Answer invalid() {
    return TikTokAnswers.refused(
        401, "access_token_invalid", "The access token is invalid or not found in the request.");
  }

  private PracticeApp app(Call call) {
    return apps.find(TikTokServer.NETWORK, call.param("client_key").orElse(""))
        .filter(found -> found.clientSecret().equals(call.param("client_secret").orElse("")))
        .orElseThrow(
            () -> TikTokAnswers.login(401, "invalid_client", "Client key or secret is incorrect."));
  }

  private Answer token(Call call) {
    PracticeApp app = app(call);
    return switch (call.param("grant_type").orElse("")) {
      case "authorization_code" -> redeem(call, app);
      case "refresh_token" -> renew(call, app);
      default -> throw TikTokAnswers.login(400, "unsupported_grant_type", "Unsupported grant type");
    };
  }

  private Answer redeem(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeCode code =
        apps.findCode(call.param("code").orElse(""))
            .filter(found -> found.appId() == app.id() && found.expiresAt().isAfter(now))
            .filter(found -> found.redirectUri().equals(call.param("redirect_uri").orElse("")))
            .filter(found -> apps.spendCode(found.code(), now) == 1)
            .orElseThrow(
                () -> TikTokAnswers.login(400, "invalid_grant", "Authorization code is expired."));
    return given(code.accountId(), app, code.scopes());
  }

  /** The one that was used ends with it. */
  private Answer renew(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeToken before =
        tokens
            .find(call.param("refresh_token").orElse(""))
            .filter(found -> found.kind() == PracticeToken.Kind.REFRESH)
            .filter(found -> !found.expired(now) && found.revokedAt().isEmpty())
            .orElseThrow(
                () ->
                    TikTokAnswers.login(
                        400, "invalid_grant", "Refresh token is invalid or expired."));
    tokens.revoke(before.token(), now);
    return given(before.accountId().orElseThrow(), app, before.scopes());
  }

  private Answer given(long accountId, PracticeApp app, String scopes) {
    ObjectNode answer =
        PracticeJson.object()
            .put("access_token", create("act.", PracticeToken.Kind.ACCESS, accountId, app, scopes))
            .put("expires_in", LIFE.toSeconds())
            .put("open_id", accounts.find(accountId).orElseThrow().remoteId())
            .put("refresh_expires_in", RENEWAL_LIFE.toSeconds())
            .put(
                "refresh_token", create("rft.", PracticeToken.Kind.REFRESH, accountId, app, scopes))
            .put("scope", String.join(",", Scopes.of(scopes)))
            .put("token_type", "Bearer");
    return Answer.json(answer);
  }

  private String create(
      String prefix, PracticeToken.Kind kind, long accountId, PracticeApp app, String scopes) {
    Instant now = clock.instant();
    String token = prefix + Ticket.next();
    Duration life = kind == PracticeToken.Kind.ACCESS ? LIFE : RENEWAL_LIFE;
    tokens.create(
        token,
        kind,
        Optional.of(accountId),
        Optional.of(app.id()),
        scopes,
        now,
        Optional.of(now.plus(life)));
    return token;
  }

  private Answer revoke(Call call) {
    app(call);
    tokens.revoke(call.param("token").orElse(""), clock.instant());
    return Answer.json(PracticeJson.object());
  }
}
