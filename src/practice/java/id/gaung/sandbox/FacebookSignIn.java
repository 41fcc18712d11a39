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
 * Facebook Login: code, short token, long token, the Pages with their own tokens. Whoever agrees
 * for a Page has a role on it and on the usual ones.
 */
final class FacebookSignIn {

  static final String LIST = "pages_show_list";
  static final String PUBLISH = "pages_manage_posts";
  static final String READ = "pages_read_engagement";
  static final String INSIGHTS = "read_insights";
  static final String ALL_SCOPES =
      String.join(
          " ",
          LIST,
          PUBLISH,
          READ,
          INSIGHTS,
          "pages_read_user_content",
          "pages_manage_engagement",
          "business_management");

  private static final Duration SHORT_LIFE = Duration.ofHours(1);
  private static final Duration LONG_LIFE = Duration.ofDays(60);

  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  FacebookSignIn(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  void register(Router router) {
    router.get("/oauth/access_token", Purpose.SIGN_IN, this::token);
    router.get("/me/permissions", Purpose.SIGN_IN, this::permissions);
    router.get("/me/accounts", Purpose.SIGN_IN, this::pages);
  }

  Optional<Long> accountOf(Call call) {
    return text(call).flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  /** The Page whose token the call carries, if the permission was granted. */
  PracticeAccount page(Call call, String permission) {
    PracticeToken token = valid(call);
    if (token.kind() != PracticeToken.Kind.ACCESS
        || !Scopes.of(token.scopes()).contains(permission)) {
      throw GraphErrors.permission();
    }
    return token.accountId().flatMap(accounts::find).orElseThrow();
  }

  private PracticeToken valid(Call call) {
    String text =
        text(call)
            .orElseThrow(() -> GraphErrors.refuse(2500, 0, "An active access token must be used."));
    return valid(text);
  }

  private PracticeToken valid(String text) {
    PracticeToken token =
        tokens
            .find(text)
            .orElseThrow(
                () -> GraphErrors.refuse(190, 0, "Invalid OAuth access token - Cannot parse"));
    if (token.expired(clock.instant())) {
      throw GraphErrors.refuse(190, 463, "Error validating access token: Session has expired");
    }
    if (token.revokedAt().isPresent()) {
      throw new PracticeRefusal(dead());
    }
    return token;
  }

  /** The person lost the role on the Page. */
  static Answer dead() {
    return GraphErrors.error(
        400, 190, 492, "Error validating access token: The session has been invalidated.");
  }

  /** In the header, of the upload host too, or as a parameter. */
  private static Optional<String> text(Call call) {
    return call.bearer()
        .or(
            () ->
                call.header("Authorization")
                    .filter(value -> value.startsWith("OAuth "))
                    .map(value -> value.substring(6).trim()))
        .or(() -> call.param("access_token"));
  }

  private Answer token(Call call) {
    PracticeApp app =
        apps.find(FacebookServer.NETWORK, call.param("client_id").orElse(""))
            .filter(found -> found.clientSecret().equals(call.param("client_secret").orElse("")))
            .orElseThrow(() -> GraphErrors.refuse(1, 0, "Error validating client secret."));
    return call.param("grant_type").orElse("").equals("fb_exchange_token")
        ? lengthen(call, app)
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
                () -> GraphErrors.refuse(100, 36009, "This authorization code has been used."));
    return given(
        create(PracticeToken.Kind.SHORT, code.accountId(), app, code.scopes(), SHORT_LIFE),
        SHORT_LIFE);
  }

  private Answer lengthen(Call call, PracticeApp app) {
    PracticeToken token = valid(call.param("fb_exchange_token").orElse(""));
    if (token.appId().filter(id -> id == app.id()).isEmpty()) {
      throw GraphErrors.refuse(190, 0, "Invalid OAuth access token - another app");
    }
    return given(
        create(
            PracticeToken.Kind.LONG,
            token.accountId().orElseThrow(),
            app,
            token.scopes(),
            LONG_LIFE),
        LONG_LIFE);
  }

  private static Answer given(String token, Duration life) {
    return Answer.json(
        PracticeJson.object()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", life.toSeconds()));
  }

  private String create(
      PracticeToken.Kind kind, long account, PracticeApp app, String scopes, Duration life) {
    Instant now = clock.instant();
    String token = "EAA" + Ticket.next();
    Optional<Instant> end = life.isZero() ? Optional.empty() : Optional.of(now.plus(life));
    tokens.create(token, kind, Optional.of(account), Optional.of(app.id()), scopes, now, end);
    return token;
  }

  private Answer permissions(Call call) {
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    Scopes.of(valid(call).scopes())
        .forEach(scope -> data.addObject().put("permission", scope).put("status", "granted"));
    return Answer.json(answer);
  }

  /** All on one page: there are few. */
  private Answer pages(Call call) {
    PracticeToken person = valid(call);
    if (person.kind() == PracticeToken.Kind.ACCESS || !Scopes.of(person.scopes()).contains(LIST)) {
      throw GraphErrors.permission();
    }
    PracticeApp app = person.appId().flatMap(apps::findById).orElseThrow();
    PracticeAccount own = person.accountId().flatMap(accounts::find).orElseThrow();
    Set<String> handles = new LinkedHashSet<>(List.of(own.handle()));
    handles.addAll(List.of(FacebookServer.OFFICE, FacebookServer.SECOND, FacebookServer.CLOSED));
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    handles.stream()
        .flatMap(handle -> accounts.findByHandle(FacebookServer.NETWORK, handle).stream())
        .forEach(page -> data.add(page(page, person, app)));
    answer.putObject("paging").putObject("cursors").put("before", "a").put("after", "b");
    return Answer.json(answer);
  }

  private ObjectNode page(PracticeAccount page, PracticeToken person, PracticeApp app) {
    ObjectNode shown =
        PracticeJson.object()
            .put("id", page.remoteId())
            .put("name", page.displayName())
            .put("username", page.handle())
            .put(
                "access_token",
                create(PracticeToken.Kind.ACCESS, page.id(), app, person.scopes(), Duration.ZERO));
    ArrayNode tasks = shown.putArray("tasks").add("ANALYZE").add("MODERATE");
    if (!page.handle().equals(FacebookServer.CLOSED)) {
      tasks.add("CREATE_CONTENT").add("MANAGE");
    }
    return shown;
  }
}
