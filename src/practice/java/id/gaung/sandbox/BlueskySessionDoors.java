package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** com.atproto.server.*Session, as the reference PDS does it. */
final class BlueskySessionDoors {

  private static final Duration ACCESS_LIFE = Duration.ofHours(2);
  private static final Duration REFRESH_LIFE = Duration.ofDays(90);

  /** How long a spent refresh token still gives the one that followed it. */
  private static final Duration GRACE = Duration.ofHours(2);

  private static final String ACCESS_SCOPE = "com.atproto.appPass";
  private static final String REFRESH_SCOPE = "com.atproto.refresh";

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final TokenDao tokens;
  private final Clock clock;
  private final BlueskyLimits limits;
  private final URI base;
  private final Jwt jwt;

  BlueskySessionDoors(Jdbi jdbi, Clock clock, BlueskyLimits limits, URI base) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.limits = limits;
    this.base = base;
    accounts = jdbi.onDemand(AccountDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
    SettingDao settings = jdbi.onDemand(SettingDao.class);
    settings.propose("bluesky.jwt-secret", Ticket.next());
    jwt = new Jwt(settings.value("bluesky.jwt-secret"));
  }

  /** What this server signs with. */
  Jwt jwt() {
    return jwt;
  }

  void register(Router router) {
    router.post("/xrpc/com.atproto.server.createSession", Purpose.SIGN_IN, this::create);
    router.post("/xrpc/com.atproto.server.refreshSession", Purpose.SIGN_IN, this::refresh);
    router.post("/xrpc/com.atproto.server.deleteSession", Purpose.SIGN_IN, this::delete);
    router.get("/xrpc/com.atproto.server.getSession", Purpose.READ, this::get);
  }

  /** By handle or DID. */
  Optional<PracticeAccount> find(String identifier) {
    return identifier.startsWith("did:")
        ? accounts.findByRemoteId(BlueskyServer.NETWORK, identifier)
        : accounts.findByHandle(BlueskyServer.NETWORK, identifier);
  }

  /**
   * The account whose repository is named.
   *
   * @throws PracticeRefusal if there is none
   */
  PracticeAccount repo(String identifier) {
    return find(identifier)
        .orElseThrow(() -> PracticeXrpc.invalid("Could not find repo: " + identifier));
  }

  /** Whose access token the call carries. */
  PracticeAccount require(Call call) {
    JsonNode claims = claims(call, ACCESS_SCOPE);
    PracticeAccount account =
        find(claims.path("sub").asText())
            .orElseThrow(() -> PracticeXrpc.refuse(403, "AccountNotFound", "Account not found"));
    if (claims.path("epoch").asInt() != account.tokenEpoch()) {
      throw PracticeXrpc.refuse(400, "ExpiredToken", "Token has expired");
    }
    return account;
  }

  private JsonNode claims(Call call, String scope) {
    String token =
        call.bearer()
            .orElseThrow(() -> PracticeXrpc.refuse(401, "AuthMissing", "Authentication Required"));
    JsonNode claims =
        jwt.verify(token)
            .orElseThrow(
                () -> PracticeXrpc.refuse(400, "InvalidToken", "Token could not be verified"));
    if (!claims.path("scope").asText().equals(scope)) {
      throw PracticeXrpc.refuse(400, "InvalidToken", "Bad token scope");
    }
    if (claims.path("exp").asLong() <= clock.instant().getEpochSecond()) {
      throw PracticeXrpc.refuse(400, "ExpiredToken", "Token has expired");
    }
    return claims;
  }

  private Answer create(Call call) {
    String identifier = call.json().path("identifier").asText();
    String password = call.json().path("password").asText();
    if (identifier.isEmpty() || !call.json().path("password").isTextual()) {
      throw PracticeXrpc.invalid(
          "Error: Input must have the properties \"identifier\" and \"password\"");
    }
    limits.signIn(call, identifier);
    PracticeAccount account =
        find(identifier)
            .filter(found -> found.password().equals(password))
            .orElseThrow(
                () ->
                    PracticeXrpc.refuse(
                        401, "AuthenticationRequired", "Invalid identifier or password"));
    String jti = Ticket.next();
    Instant now = clock.instant();
    remember(account, jti, now);
    return Answer.json(session(account, jti, now));
  }

  private Answer refresh(Call call) {
    JsonNode claims = claims(call, REFRESH_SCOPE);
    String spent = claims.path("jti").asText();
    Instant now = clock.instant();
    limits.read(call);
    return jdbi.inTransaction(
        transaction -> {
          PracticeToken token =
              tokens
                  .findForUpdate(spent)
                  .filter(found -> found.revokedAt().isEmpty() && !found.expired(now))
                  .orElseThrow(
                      () -> PracticeXrpc.refuse(400, "ExpiredToken", "Token has been revoked"));
          PracticeAccount account = token.accountId().flatMap(accounts::find).orElseThrow();
          String next = token.nextToken().orElseGet(Ticket::next);
          Instant end = token.expiresAt().orElseThrow();
          Instant grace = now.plus(GRACE);
          tokens.rotate(spent, next, end.isBefore(grace) ? end : grace);
          remember(account, next, now);
          return Answer.json(session(account, next, now));
        });
  }

  private void remember(PracticeAccount account, String jti, Instant now) {
    tokens.create(
        jti,
        PracticeToken.Kind.REFRESH,
        Optional.of(account.id()),
        Optional.empty(),
        REFRESH_SCOPE,
        now,
        Optional.of(now.plus(REFRESH_LIFE)));
  }

  private Answer delete(Call call) {
    tokens.revoke(claims(call, REFRESH_SCOPE).path("jti").asText(), clock.instant());
    return Answer.bytes(200, "application/json", new byte[0]);
  }

  private Answer get(Call call) {
    PracticeAccount account = require(call);
    limits.read(call);
    return Answer.json(describe(account));
  }

  private ObjectNode session(PracticeAccount account, String jti, Instant now) {
    ObjectNode session = describe(account);
    session.put("accessJwt", token(account, "at+jwt", ACCESS_SCOPE, "", now, ACCESS_LIFE));
    session.put("refreshJwt", token(account, "refresh+jwt", REFRESH_SCOPE, jti, now, REFRESH_LIFE));
    return session;
  }

  private ObjectNode describe(PracticeAccount account) {
    ObjectNode session = PracticeJson.object();
    session.put("did", account.remoteId());
    session.set("didDoc", didDocument(account));
    session.put("handle", account.handle());
    session.put("email", "practice@" + account.handle());
    session.put("emailConfirmed", true);
    session.put("emailAuthFactor", false);
    session.put("active", true);
    return session;
  }

  ObjectNode didDocument(PracticeAccount account) {
    ObjectNode document = PracticeJson.object();
    document.putArray("@context").add("https://www.w3.org/ns/did/v1");
    document.put("id", account.remoteId());
    document.putArray("alsoKnownAs").add("at://" + account.handle());
    document.putArray("verificationMethod");
    document
        .putArray("service")
        .addObject()
        .put("id", "#atproto_pds")
        .put("type", "AtprotoPersonalDataServer")
        .put("serviceEndpoint", base.toString());
    return document;
  }

  private String token(
      PracticeAccount account, String type, String scope, String jti, Instant now, Duration life) {
    ObjectNode claims = PracticeJson.object();
    claims.put("scope", scope);
    claims.put("sub", account.remoteId());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    claims.put("aud", "did:web:" + base.getHost());
    if (jti.isEmpty()) {
      claims.put("epoch", account.tokenEpoch());
    } else {
      claims.put("jti", jti);
    }
    return jwt.sign(type, claims);
  }
}
