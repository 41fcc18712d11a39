package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
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
 * for an account has a role on its Page and on the usual ones.
 */
final class PersonSignIn {

  private static final Duration SHORT_LIFE = Duration.ofHours(1);
  private static final Duration LONG_LIFE = Duration.ofDays(60);

  /** What a person agreed to opens data that long after they were last there (auth-vs-data). */
  private static final Duration DATA_LIFE = Duration.ofDays(90);

  private final Network network;
  private final List<String> usual;
  private final Pages pages;
  private final AccountDao accounts;
  private final AppDao apps;
  private final TokenDao tokens;
  private final Clock clock;

  /**
   * @param usual the accounts on whose Pages everybody has a role
   */
  PersonSignIn(Network network, List<String> usual, Jdbi jdbi, Clock clock, Pages pages) {
    this.network = network;
    this.usual = usual;
    this.pages = pages;
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  /** How a network's accounts look in the list of a person's Pages. */
  @FunctionalInterface
  interface Pages {
    /** The Page of an account. */
    ObjectNode shown(PracticeAccount account, String token);

    /** Pages without an account. */
    default List<ObjectNode> others() {
      return List.of();
    }
  }

  void register(Router router) {
    router.get("/oauth/access_token", Purpose.SIGN_IN, this::token);
    router.get("/me/permissions", Purpose.SIGN_IN, this::permissions);
    router.get("/me/accounts", Purpose.SIGN_IN, this::listed);
    router.get("/debug_token", Purpose.SIGN_IN, this::told);
  }

  Optional<Long> accountOf(Call call) {
    return text(call).flatMap(tokens::find).flatMap(PracticeToken::accountId);
  }

  PracticeToken valid(Call call) {
    String text =
        text(call)
            .orElseThrow(() -> GraphErrors.refuse(2500, 0, "An active access token must be used."));
    return valid(call, text);
  }

  private PracticeToken valid(Call call, String text) {
    PracticeToken token =
        call.once("token " + text, key -> tokens.find(text))
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
        apps.find(network, call.param("client_id").orElse(""))
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
    PracticeToken token = valid(call, call.param("fb_exchange_token").orElse(""));
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
  private Answer listed(Call call) {
    PracticeToken person = valid(call);
    if (person.kind() == PracticeToken.Kind.ACCESS
        || !Scopes.of(person.scopes()).contains("pages_show_list")) {
      throw GraphErrors.permission();
    }
    PracticeApp app = person.appId().flatMap(apps::findById).orElseThrow();
    PracticeAccount own = person.accountId().flatMap(accounts::find).orElseThrow();
    Set<String> handles = new LinkedHashSet<>(List.of(own.handle()));
    handles.addAll(usual);
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    handles.stream()
        .flatMap(handle -> accounts.findByHandle(network, handle).stream())
        .forEach(
            account ->
                data.add(
                    pages.shown(
                        account,
                        create(
                            PracticeToken.Kind.ACCESS,
                            account.id(),
                            app,
                            person.scopes(),
                            Duration.ZERO))));
    pages.others().forEach(data::add);
    answer.putObject("paging").putObject("cursors").put("before", "a").put("after", "b");
    return Answer.json(answer);
  }

  /** What a token is, told to the app that it was made for. */
  private Answer told(Call call) {
    String[] app = text(call).orElse("").split("\\|", 2);
    boolean known =
        apps.find(network, app[0])
            .filter(found -> app.length == 2 && found.clientSecret().equals(app[1]))
            .isPresent();
    if (!known) {
      throw GraphErrors.refuse(190, 0, "Invalid OAuth access token.");
    }
    Optional<PracticeToken> token = tokens.find(call.param("input_token").orElse(""));
    Instant now = clock.instant();
    boolean valid =
        token.filter(found -> !found.expired(now) && found.revokedAt().isEmpty()).isPresent();
    ObjectNode answer = PracticeJson.object();
    ObjectNode data = answer.putObject("data").put("is_valid", valid).put("expires_at", 0);
    data.put("data_access_expires_at", now.plus(DATA_LIFE).getEpochSecond());
    return Answer.json(answer);
  }
}
