package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Refreshing;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.MetaLogin.LoginRefusals;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A login of a network's own: a code becomes a token of an hour, that one of 60 days, and that is
 * refreshed while it lives.
 */
public final class TokenLogin implements MetaLogin {

  private static final String OBTAINED_AT = "obtained_at";

  /** Of an account's traits: the permissions that its token carries, separated by spaces. */
  public static final String GRANTED = "granted";

  /** A token younger than this is not refreshed. */
  private static final Duration YOUNGEST = Duration.ofHours(24);

  private static final Duration USUAL_LIFE = Duration.ofDays(60);
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private final GraphApi api;
  private final MetaApp app;
  private final Shape shape;
  private final Clock clock;
  private final LoginRefusals refusals;

  public TokenLogin(GraphApi api, MetaApp app, Shape shape, Clock clock) {
    this.api = api;
    this.app = app;
    this.shape = shape;
    this.clock = clock;
    this.refusals = new LoginRefusals(api, shape.network().label());
  }

  @Override
  public List<String> lacking() {
    return app.lacking();
  }

  /**
   * What differs by network.
   *
   * @param web where a person agrees
   * @param tokens where a code becomes a token
   * @param graph where everything else is
   * @param grant what the names of its grants begin with, such as {@code ig}
   * @param scopes what is asked for
   * @param needed those of them without which an account is not connected
   * @param id the field of the account's id
   * @param tellsToken whether {@code /debug_token} says what a token carries
   */
  public record Shape(
      Network network,
      URI web,
      URI tokens,
      URI graph,
      String grant,
      List<String> scopes,
      List<String> needed,
      String id,
      boolean tellsToken) {}

  @Override
  public Network network() {
    return shape.network();
  }

  @Override
  public Connecting begin(URI callback, String state) {
    if (!app.isComplete()) {
      return refusals.notConfigured();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", app.id());
    query.put("redirect_uri", callback.toString());
    query.put("response_type", "code");
    query.put("scope", String.join(",", shape.scopes()));
    query.put("state", state);
    return new Connecting.Redirect(WebAddress.of(shape.web(), "/oauth/authorize", query), Map.of());
  }

  @Override
  public Connecting end(String code, URI callback) {
    if (!app.isComplete()) {
      return refusals.notConfigured();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", app.id());
    form.put("client_secret", app.secret());
    form.put("grant_type", "authorization_code");
    form.put("redirect_uri", callback.toString());
    // Meta appends #_ to the code in the address it sends the person back to.
    form.put("code", code.endsWith("#_") ? code.substring(0, code.length() - 2) : code);
    HttpOutcome answer =
        api.send(PlatformRequest.post(shape.tokens(), "/oauth/access_token").form(form));
    Optional<JsonNode> grant = GraphApi.good(answer).map(TokenLogin::unwrapped);
    Optional<String> token = grant.flatMap(body -> AnswerJson.text(body, GraphApi.ACCESS_TOKEN));
    if (grant.isEmpty() || token.isEmpty()) {
      return refusals.wrongIfRefused(answer);
    }
    Set<String> granted = named(grant.get().path("permissions"));
    List<String> missing = missing(granted);
    return missing.isEmpty()
        ? lengthen(token.get(), granted)
        : LoginRefusals.refused(Failure.notGranted(missing));
  }

  /** Whether a person gave the permission; of nobody before it was asked for. */
  public static boolean isGranted(Account account, String permission) {
    return Arrays.asList(account.traits().getOrDefault(GRANTED, "").split(" ", -1))
        .contains(permission);
  }

  /** Documented as wrapped into a list, seen flat. */
  private static JsonNode unwrapped(JsonNode body) {
    JsonNode first = body.path("data").path(0);
    return first.isObject() ? first : body;
  }

  /** Permissions come as text or as a list, or not at all, which says nothing of them. */
  private static Set<String> named(JsonNode permissions) {
    Set<String> named = new HashSet<>();
    permissions.forEach(permission -> named.add(permission.asText()));
    named.addAll(List.of(permissions.asText("").trim().split("[ ,]+", -1)));
    named.remove("");
    return named;
  }

  private List<String> missing(Set<String> granted) {
    return granted.isEmpty()
        ? List.of()
        : shape.needed().stream().filter(scope -> !granted.contains(scope)).toList();
  }

  private Connecting lengthen(String shortToken, Set<String> granted) {
    // Documented with the secret in the query; the request never shows its query in a text.
    HttpOutcome answer =
        api.send(
            PlatformRequest.get(shape.graph(), "/access_token")
                .query("grant_type", shape.grant() + "_exchange_token")
                .query("client_secret", app.secret())
                .query(GraphApi.ACCESS_TOKEN, shortToken));
    Optional<Credentials> credentials = GraphApi.good(answer).flatMap(this::credentials);
    if (credentials.isEmpty()) {
      return refusals.wrongIfRefused(answer);
    }
    Set<String> told = granted.isEmpty() ? carried(credentials.get()) : granted;
    List<String> missing = missing(told);
    return missing.isEmpty()
        ? identify(credentials.get(), told)
        : LoginRefusals.refused(Failure.notGranted(missing));
  }

  /**
   * What the token carries, where its code was not answered with it. The question is answered to
   * accounts with a role in the app; of all others what was asked for counts as granted, and the
   * network says no where it was not.
   */
  private Set<String> carried(Credentials credentials) {
    if (!shape.tellsToken()) {
      return Set.copyOf(shape.scopes());
    }
    String token = credentials.secrets().getOrDefault(GraphApi.ACCESS_TOKEN, "");
    Set<String> told =
        GraphApi.good(api.send(api.get(token, "/debug_token").query("input_token", token)))
            .map(body -> named(body.path("data").path("scopes")))
            .orElse(Set.of());
    return told.isEmpty() ? Set.copyOf(shape.scopes()) : told;
  }

  private Connecting identify(Credentials credentials, Set<String> granted) {
    String token = credentials.secrets().getOrDefault(GraphApi.ACCESS_TOKEN, "");
    HttpOutcome answer = api.fields(token, "/me", shape.id() + ",username");
    Optional<JsonNode> me = GraphApi.good(answer).map(TokenLogin::unwrapped);
    Optional<String> id =
        me.map(body -> body.path(shape.id()).asText(body.path("id").asText("")))
            .filter(text -> !text.isEmpty());
    Optional<String> name = me.flatMap(body -> AnswerJson.text(body, "username"));
    if (id.isEmpty() || name.isEmpty()) {
      return refusals.wrongIfRefused(answer);
    }
    Map<String, String> traits =
        Map.of(GRANTED, String.join(" ", granted.stream().sorted().toList()));
    Account account = new Account(shape.network(), shape.graph(), id.get(), name.get(), traits);
    return new Connecting.Connected(new Access(account, credentials));
  }

  @Override
  public Refreshing refresh(Access access) {
    Credentials old = access.credentials();
    Instant now = clock.instant();
    if (old.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "EXPIRED", ""));
    }
    Duration age = Duration.between(obtainedAt(old), now);
    if (age.compareTo(YOUNGEST) < 0) {
      return new Refreshing.Failed(
          new Failure(Kind.TRANSIENT, "TOO_YOUNG", "", Optional.of(YOUNGEST.minus(age))));
    }
    HttpOutcome answer =
        api.send(
            PlatformRequest.get(shape.graph(), "/refresh_access_token")
                .query("grant_type", shape.grant() + "_refresh_token")
                .query(GraphApi.ACCESS_TOKEN, GraphApi.token(access)));
    return GraphApi.good(answer)
        .flatMap(this::credentials)
        .<Refreshing>map(Refreshing.Refreshed::new)
        .orElseGet(() -> new Refreshing.Failed(api.failure(answer)));
  }

  private static Instant obtainedAt(Credentials credentials) {
    try {
      return Instant.parse(credentials.secrets().getOrDefault(OBTAINED_AT, ""));
    } catch (DateTimeException notRemembered) {
      return Instant.EPOCH;
    }
  }

  private Optional<Credentials> credentials(JsonNode body) {
    Optional<String> token = AnswerJson.text(body, GraphApi.ACCESS_TOKEN);
    long seconds = AnswerJson.number(body, "expires_in").orElse(USUAL_LIFE.toSeconds());
    Instant now = clock.instant();
    Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
    return token.map(
        text ->
            new Credentials(
                Map.of(GraphApi.ACCESS_TOKEN, text, OBTAINED_AT, now.toString()),
                Optional.of(now.plus(renewed(life, text))),
                Optional.of(now.plus(life))));
  }

  /** A younger one is not renewed, whatever its life. */
  private static Duration renewed(Duration life, String token) {
    Duration after = Credentials.renewedAfter(life, token);
    return after.compareTo(YOUNGEST) < 0 ? YOUNGEST : after;
  }
}
