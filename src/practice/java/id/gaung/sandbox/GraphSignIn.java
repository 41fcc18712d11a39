package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A login with tokens: code, short token, long token, refresh (business-login). */
final class GraphSignIn {

  private static final Duration SHORT_LIFE = Duration.ofHours(1);
  private static final Duration LONG_LIFE = Duration.ofDays(60);
  private static final Duration MIN_AGE = Duration.ofHours(24);

  private final GraphDialect dialect;
  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  GraphSignIn(GraphDialect dialect, Jdbi jdbi, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    router.post("/oauth/access_token", Purpose.SIGN_IN, this::redeem);
    router.get("/access_token", Purpose.SIGN_IN, this::exchange);
    router.get("/refresh_access_token", Purpose.SIGN_IN, this::refresh);
    if (dialect.plainGrant()) {
      router.get("/debug_token", Purpose.SIGN_IN, this::told);
    }
  }

  /** What a token carries; the one who asks is taken for a tester of the app. */
  private Answer told(Call call) {
    valid(call);
    PracticeToken token =
        tokens
            .find(call.param("input_token").orElse(""))
            .orElseThrow(() -> GraphErrors.parameter("The parameter input_token is required."));
    ObjectNode answer = PracticeJson.object();
    ObjectNode data =
        answer
            .putObject("data")
            .put("type", "USER")
            .put("is_valid", !token.expired(clock.instant()));
    Scopes.of(token.scopes()).forEach(data.putArray("scopes")::add);
    return Answer.json(answer);
  }

  Optional<Long> accountOf(Call call) {
    return text(call).flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** Whose token the call carries, if it was granted the permission. */
  PracticeAccount require(Call call, String permission) {
    PracticeToken token = valid(call);
    boolean ofPage = token.kind() == PracticeToken.Kind.ACCESS;
    if (ofPage != call.path().startsWith("/page/")) {
      // Each of the two hosts takes the tokens of its own login.
      throw GraphErrors.refuse(190, 0, "Invalid OAuth access token - Cannot parse access token");
    }
    String name = ofPage ? dialect.ofPage().apply(permission) : permission;
    if (!Scopes.of(token.scopes()).contains(name)) {
      throw GraphErrors.permission();
    }
    return FacebookSignIn.account(call, token, accounts);
  }

  private PracticeToken valid(Call call) {
    PracticeToken token =
        text(call)
            .map(
                text ->
                    call.once("token " + text, key -> tokens.find(text))
                        .orElseThrow(
                            () ->
                                GraphErrors.refuse(
                                    190,
                                    0,
                                    "Invalid OAuth access token - Cannot parse access token")))
            .orElseThrow(
                () ->
                    GraphErrors.refuse(
                        2500,
                        0,
                        "An active access token must be used to query information about the"
                            + " current user."));
    if (token.expired(clock.instant())) {
      throw new PracticeRefusal(expired());
    }
    if (token.revokedAt().isPresent()) {
      throw GraphErrors.refuse(
          190,
          460,
          "Error validating access token: The session has been invalidated because the user"
              + " changed their password or Meta has changed the session for security"
              + " reasons.");
    }
    return token;
  }

  static Answer expired() {
    return GraphErrors.error(400, 190, 463, "Error validating access token: Session has expired");
  }

  /** In the header, as Meta's newer samples have it, or as a parameter. */
  private static Optional<String> text(Call call) {
    return call.bearer().or(() -> call.param("access_token"));
  }

  private Answer redeem(Call call) {
    Instant now = clock.instant();
    PracticeApp app =
        apps.find(dialect.network(), call.param("client_id").orElse(""))
            .filter(found -> found.clientSecret().equals(call.param("client_secret").orElse("")))
            .orElseThrow(() -> loginError("Error validating client secret."));
    if (!call.param("grant_type").orElse("").equals("authorization_code")) {
      throw loginError("Invalid grant_type");
    }
    PracticeCode code =
        apps.findCode(call.param("code").orElse(""))
            .filter(found -> found.appId() == app.id() && found.expiresAt().isAfter(now))
            .filter(found -> found.redirectUri().equals(call.param("redirect_uri").orElse("")))
            .filter(found -> apps.spendCode(found.code(), now) == 1)
            .orElseThrow(() -> loginError("Matching code was not found or was already used"));
    String token =
        create(
            PracticeToken.Kind.SHORT, code.accountId(), app.id(), code.scopes(), now, SHORT_LIFE);
    return Answer.json(granted(token, code));
  }

  private ObjectNode granted(String token, PracticeCode code) {
    String account = accounts.find(code.accountId()).orElseThrow().remoteId();
    ObjectNode answer = PracticeJson.object();
    if (dialect.plainGrant()) {
      return answer.put("access_token", token).put("user_id", Long.parseLong(account));
    }
    answer
        .putArray("data")
        .addObject()
        .put("access_token", token)
        .put("user_id", account)
        .put("permissions", String.join(",", Scopes.of(code.scopes())));
    return answer;
  }

  /** This endpoint alone does not use the Graph envelope. */
  private static PracticeRefusal loginError(String message) {
    return new PracticeRefusal(
        Answer.json(
            400,
            PracticeJson.object()
                .put("error_type", "OAuthException")
                .put("code", 400)
                .put("error_message", message)));
  }

  private Answer exchange(Call call) {
    if (!call.param("grant_type").orElse("").equals(dialect.grant() + "_exchange_token")) {
      throw GraphErrors.parameter("Invalid grant_type");
    }
    PracticeToken token = valid(call);
    PracticeApp app = token.appId().flatMap(apps::findById).orElseThrow();
    if (!app.clientSecret().equals(call.param("client_secret").orElse(""))) {
      throw GraphErrors.refuse(1, 0, "Error validating client secret.");
    }
    if (token.kind() != PracticeToken.Kind.SHORT) {
      throw GraphErrors.refuse(
          452,
          0,
          "Session key invalid. This could be because the session key has an incorrect format, or because the user has revoked this session");
    }
    return longToken(token);
  }

  private Answer refresh(Call call) {
    if (!call.param("grant_type").orElse("").equals(dialect.grant() + "_refresh_token")) {
      throw GraphErrors.parameter("Invalid grant_type");
    }
    PracticeToken token = valid(call);
    if (token.kind() != PracticeToken.Kind.LONG) {
      throw GraphErrors.parameter("Only long-lived tokens can be refreshed");
    }
    if (token.createdAt().plus(MIN_AGE).isAfter(clock.instant())) {
      throw GraphErrors.parameter("The access token must be at least 24 hours old");
    }
    if (!Scopes.of(token.scopes()).contains(dialect.basic())) {
      throw GraphErrors.permission();
    }
    return longToken(token);
  }

  private Answer longToken(PracticeToken from) {
    String token =
        create(
            PracticeToken.Kind.LONG,
            from.accountId().orElseThrow(),
            from.appId().orElseThrow(),
            from.scopes(),
            clock.instant(),
            LONG_LIFE);
    return Answer.json(
        PracticeJson.object()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", LONG_LIFE.toSeconds())
            .put("permissions", String.join(",", Scopes.of(from.scopes()))));
  }

  private String create(
      PracticeToken.Kind kind,
      long accountId,
      long appId,
      String scopes,
      Instant now,
      Duration life) {
    String token = dialect.tokens() + Ticket.next();
    tokens.create(
        token,
        kind,
        Optional.of(accountId),
        Optional.of(appId),
        scopes,
        now,
        Optional.of(now.plus(life)));
    return token;
  }
}
