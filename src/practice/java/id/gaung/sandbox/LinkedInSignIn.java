package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * LinkedIn's tokens, which are a person's: whoever agrees for a page administers it and the usual
 * ones. The refresh token lives a year from the consent, however often it is used.
 */
final class LinkedInSignIn {

  static final String WRITE = "w_organization_social";
  static final String READ = "r_organization_social";
  static final String ADMIN = "rw_organization_admin";
  static final String ALL_SCOPES = String.join(" ", WRITE, READ, ADMIN);

  private static final String FIRST_VERSION = "202511";

  private static final Duration ACCESS_LIFE = Duration.ofDays(60);
  private static final Duration REFRESH_LIFE = Duration.ofDays(365);

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  LinkedInSignIn(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    router.post("/oauth/v2/accessToken", Purpose.SIGN_IN, this::token);
    router.post("/oauth/v2/revoke", Purpose.SIGN_IN, this::revoke);
    router.get("/rest/organizationAcls", Purpose.SIGN_IN, this::roles);
    router.get("/rest/organizations", Purpose.SIGN_IN, this::pages);
  }

  Optional<Long> accountOf(Call call) {
    return call.bearer().flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** Whose token the call carries, if the call is of a version that is answered. */
  PracticeToken person(Call call, String scope) {
    checkVersion(call);
    PracticeToken token =
        call.bearer()
            .flatMap(tokens::find)
            .filter(found -> found.kind() == PracticeToken.Kind.ACCESS)
            .orElseThrow(
                () ->
                    LinkedInProblems.refuse(
                        401, "INVALID_ACCESS_TOKEN", 65600, "Invalid access token"));
    if (token.revokedAt().isPresent()) {
      throw LinkedInProblems.refuse(
          401,
          "REVOKED_ACCESS_TOKEN",
          65601,
          "The token used in the request has been revoked by the user");
    }
    if (token.expired(clock.instant())) {
      throw new PracticeRefusal(LinkedInProblems.expired());
    }
    if (!Scopes.of(token.scopes()).contains(scope)) {
      throw LinkedInProblems.mayNot("Not enough permissions to access: " + call.path());
    }
    return token;
  }

  /** Older ones are over; this server learns of none that ends later. */
  private static void checkVersion(Call call) {
    String asked = call.header("LinkedIn-Version").orElse("");
    if (!asked.matches("20\\d{2}(?:0[1-9]|1[0-2])") || asked.compareTo(FIRST_VERSION) < 0) {
      throw LinkedInProblems.refuse(
          426, "NONEXISTENT_VERSION", 0, "Requested version " + asked + "01 is not active");
    }
    if (!call.header("X-Restli-Protocol-Version").orElse("").equals("2.0.0")) {
      throw LinkedInProblems.refuse(
          400, "ILLEGAL_ARGUMENT", 0, "Invalid query parameters passed to request");
    }
  }

  /** The page that a call is about, if the person administers it. */
  PracticeAccount page(Call call, String scope, String urn) {
    PracticeToken person = person(call, scope);
    return accounts
        .findByRemoteId(LinkedInServer.NETWORK, urn.replaceFirst("^urn:li:organization:", ""))
        .filter(page -> handles(person).contains(page.handle()))
        .filter(page -> !page.handle().equals(LinkedInServer.CLOSED))
        .orElseThrow(
            () ->
                LinkedInProblems.mayNot(
                    "Field Value validation failed in REQUEST_BODY: Data Processing Exception while"
                        + " processing fields [/author]"));
  }

  Set<String> handles(PracticeToken person) {
    PracticeAccount own = person.accountId().flatMap(accounts::find).orElseThrow();
    Set<String> handles = new LinkedHashSet<>(List.of(own.handle()));
    handles.addAll(List.of(LinkedInServer.OFFICE, LinkedInServer.SECOND, LinkedInServer.CLOSED));
    return handles;
  }

  private Answer roles(Call call) {
    PracticeToken person = person(call, ADMIN);
    ObjectNode answer = PracticeJson.object();
    ArrayNode elements = answer.putArray("elements");
    int start = Integer.parseInt(call.param("start").orElse("0"));
    int count = Integer.parseInt(call.param("count").orElse("10"));
    handles(person).stream()
        .flatMap(handle -> accounts.findByHandle(LinkedInServer.NETWORK, handle).stream())
        .skip(start)
        .limit(count)
        .forEach(
            page ->
                elements
                    .addObject()
                    .put("roleAssignee", "urn:li:person:practice")
                    .put("state", "APPROVED")
                    .put(
                        "role",
                        page.handle().equals(LinkedInServer.CLOSED)
                            ? "CONTENT_ADMINISTRATOR"
                            : "ADMINISTRATOR")
                    .put("organization", "urn:li:organization:" + page.remoteId()));
    answer.putObject("paging").put("start", start).put("count", count).putArray("links");
    return Answer.json(answer);
  }

  private Answer pages(Call call) {
    person(call, ADMIN);
    ObjectNode answer = PracticeJson.object();
    ObjectNode results = answer.putObject("results");
    for (String id : LinkedInLists.of(call, "ids")) {
      accounts
          .findByRemoteId(LinkedInServer.NETWORK, id)
          .ifPresent(
              page ->
                  results
                      .putObject(id)
                      .put("id", Long.parseLong(id))
                      .put("localizedName", page.displayName())
                      .put("vanityName", page.handle().replaceFirst("^company/", "")));
    }
    answer.putObject("statuses");
    answer.putObject("errors");
    return Answer.json(answer);
  }

  private PracticeApp app(Call call) {
    return apps.find(LinkedInServer.NETWORK, call.param("client_id").orElse(""))
        .filter(found -> found.clientSecret().equals(call.param("client_secret").orElse("")))
        .orElseThrow(
            () -> LinkedInProblems.oauth(401, "invalid_client", "Client authentication failed"));
  }

  private Answer token(Call call) {
    PracticeApp app = app(call);
    return call.param("grant_type").orElse("").equals("refresh_token")
        ? renew(call, app)
        : redeem(call, app);
  }

  private Answer redeem(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeCode code =
        apps.findCode(call.param("code").orElse(""))
            .filter(found -> found.appId() == app.id() && found.expiresAt().isAfter(now))
            .filter(found -> found.redirectUri().equals(call.param("redirect_uri").orElse("")))
            .filter(found -> apps.spendCode(found.code(), now) == 1)
            .orElseThrow(
                () ->
                    LinkedInProblems.oauth(
                        400,
                        "invalid_request",
                        "Unable to retrieve access token: appid/redirect uri/code verifier does not"
                            + " match authorization code."));
    Instant ends = now.plus(REFRESH_LIFE);
    String refresh =
        create(PracticeToken.Kind.REFRESH, code.accountId(), app.id(), code.scopes(), ends);
    return Answer.json(granted(code.accountId(), app.id(), code.scopes(), refresh, ends));
  }

  private Answer renew(Call call, PracticeApp app) {
    Instant now = clock.instant();
    PracticeToken refresh =
        tokens
            .find(call.param("refresh_token").orElse(""))
            .filter(found -> found.kind() == PracticeToken.Kind.REFRESH)
            .filter(found -> found.revokedAt().isEmpty() && !found.expired(now))
            .orElseThrow(
                () ->
                    LinkedInProblems.oauth(
                        400, "invalid_request", "The provided refresh token is invalid"));
    return Answer.json(
        granted(
            refresh.accountId().orElseThrow(),
            app.id(),
            refresh.scopes(),
            refresh.token(),
            refresh.expiresAt().orElse(now)));
  }

  private ObjectNode granted(long account, long app, String scopes, String refresh, Instant ends) {
    Instant now = clock.instant();
    return PracticeJson.object()
        .put(
            "access_token",
            create(PracticeToken.Kind.ACCESS, account, app, scopes, now.plus(ACCESS_LIFE)))
        .put("expires_in", ACCESS_LIFE.toSeconds() - 1)
        .put("refresh_token", refresh)
        .put("refresh_token_expires_in", Duration.between(now, ends).toSeconds())
        .put("scope", scopes.replace(' ', ','));
  }

  private String create(
      PracticeToken.Kind kind, long account, long app, String scopes, Instant ends) {
    String token = "AQ" + Ticket.next();
    tokens.create(
        token,
        kind,
        Optional.of(account),
        Optional.of(app),
        scopes,
        clock.instant(),
        Optional.of(ends));
    return token;
  }

  private Answer revoke(Call call) {
    PracticeApp app = app(call);
    tokens
        .find(call.param("token").orElse(""))
        .filter(found -> found.appId().equals(Optional.of(app.id())))
        .ifPresent(found -> tokens.revoke(found.token(), clock.instant()));
    return Answer.json(PracticeJson.object());
  }
}
