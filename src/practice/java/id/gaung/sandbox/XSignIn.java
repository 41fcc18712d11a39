package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** X's tokens: two hours, and refresh tokens that are spent by their use. */
final class XSignIn {

  private static final Duration ACCESS_LIFE = Duration.ofHours(2);
  private static final Duration REFRESH_LIFE = Duration.ofDays(180);

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final SandboxFaults faults;
  private final Clock clock;

  XSignIn(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/2/oauth2/token", Purpose.SIGN_IN, this::token);
    router.post("/2/oauth2/revoke", Purpose.SIGN_IN, this::revoke);
  }

  Optional<Long> accountOf(Call call) {
    return call.bearer().flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** Whose token the call carries, if it was granted the scope and the app has credits. */
  PracticeAccount require(Call call, Purpose purpose, String scope) {
    PracticeToken token =
        call.bearer()
            .flatMap(tokens::find)
            .filter(found -> found.kind() == PracticeToken.Kind.ACCESS)
            .filter(found -> found.revokedAt().isEmpty() && !found.expired(clock.instant()))
            .orElseThrow(() -> new PracticeRefusal(XProblems.unauthorized()));
    PracticeAccount account = token.accountId().flatMap(accounts::find).orElseThrow();
    if (faults
        .strike(FaultKind.NO_CREDITS, XServer.NETWORK, Optional.of(account.id()), purpose)
        .isPresent()) {
      throw new PracticeRefusal(XProblems.noCredits(account.remoteId()));
    }
    if (!Scopes.of(token.scopes()).contains(scope)) {
      throw XProblems.mayNot("You are not permitted to perform this action.");
    }
    return account;
  }

  private PracticeApp app(Call call) {
    String basic =
        call.header("Authorization")
            .filter(value -> value.startsWith("Basic "))
            .map(value -> new String(decoded(value.substring(6)), StandardCharsets.UTF_8))
            .orElseThrow(
                () ->
                    XProblems.oauth(
                        401, "unauthorized_client", "Missing valid authorization header"));
    int colon = Math.max(0, basic.indexOf(':'));
    return apps.find(XServer.NETWORK, basic.substring(0, colon))
        .filter(found -> found.clientSecret().equals(basic.substring(colon + 1)))
        .orElseThrow(
            () ->
                XProblems.oauth(401, "unauthorized_client", "Missing valid authorization header"));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException none) {
      return new byte[0];
    }
  }

  private Answer token(Call call) {
    PracticeApp app = app(call);
    return switch (call.param("grant_type").orElse("")) {
      case "authorization_code" -> redeem(call, app);
      case "refresh_token" -> refresh(call, app);
      default ->
          throw XProblems.oauth(
              400, "unsupported_grant_type", "Value passed for the grant_type was invalid.");
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
            .orElseThrow(() -> invalid("authorization code"));
    return Answer.json(granted(code.accountId(), app.id(), code.scopes()));
  }

  /** RFC 7636, S256; X asks for it always. */
  private static boolean answers(String challenge, String verifier) {
    return !challenge.isEmpty()
        && Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Chance.sha256(verifier.getBytes(StandardCharsets.US_ASCII)))
            .equals(challenge);
  }

  /** One that is spent ends all that came of it. */
  private Answer refresh(Call call, PracticeApp app) {
    String text = call.param("refresh_token").orElse("");
    Optional<ObjectNode> granted =
        jdbi.inTransaction(
            transaction -> {
              TokenDao dao = transaction.attach(TokenDao.class);
              PracticeToken spent =
                  dao.findForUpdate(text)
                      .filter(found -> found.kind() == PracticeToken.Kind.REFRESH)
                      .filter(found -> found.appId().equals(Optional.of(app.id())))
                      .orElseThrow(() -> invalid("token"));
              long account = spent.accountId().orElseThrow();
              Instant now = clock.instant();
              if (spent.nextToken().isPresent()) {
                endFamily(dao, spent, account);
                return Optional.empty();
              }
              if (spent.revokedAt().isPresent() || spent.expired(now)) {
                return Optional.empty();
              }
              ObjectNode next = granted(account, app.id(), spent.scopes());
              dao.rotate(text, next.path("refresh_token").asText(), spent.expiresAt().orElse(now));
              return Optional.of(next);
            });
    return Answer.json(granted.orElseThrow(() -> invalid("token")));
  }

  private void endFamily(TokenDao dao, PracticeToken first, long account) {
    dao.revokeAccess(account, clock.instant());
    Optional<String> next = first.nextToken();
    while (next.isPresent()) {
      dao.revoke(next.get(), clock.instant());
      next = dao.find(next.get()).flatMap(PracticeToken::nextToken);
    }
  }

  private static PracticeRefusal invalid(String what) {
    return XProblems.oauth(
        400, "invalid_request", "Value passed for the " + what + " was invalid.");
  }

  private ObjectNode granted(long account, long app, String scopes) {
    ObjectNode answer =
        PracticeJson.object()
            .put("token_type", "bearer")
            .put("expires_in", ACCESS_LIFE.toSeconds())
            .put("access_token", create(PracticeToken.Kind.ACCESS, account, app, scopes))
            .put("scope", scopes);
    if (Scopes.of(scopes).contains("offline.access")) {
      answer.put("refresh_token", create(PracticeToken.Kind.REFRESH, account, app, scopes));
    }
    return answer;
  }

  private String create(PracticeToken.Kind kind, long account, long app, String scopes) {
    String token = Ticket.next();
    Instant now = clock.instant();
    tokens.create(
        token,
        kind,
        Optional.of(account),
        Optional.of(app),
        scopes,
        now,
        Optional.of(now.plus(kind == PracticeToken.Kind.REFRESH ? REFRESH_LIFE : ACCESS_LIFE)));
    return token;
  }

  private Answer revoke(Call call) {
    PracticeApp app = app(call);
    tokens
        .find(call.param("token").orElse(""))
        .filter(found -> found.appId().equals(Optional.of(app.id())))
        .ifPresent(found -> tokens.revoke(found.token(), clock.instant()));
    return Answer.json(PracticeJson.object().put("revoked", true));
  }
}
