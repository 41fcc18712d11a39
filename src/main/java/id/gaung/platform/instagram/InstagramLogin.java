package id.gaung.platform.instagram;

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
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Refreshing;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.GraphApi;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Business Login for Instagram: a code becomes a token of an hour, that one of 60 days, and that is
 * refreshed while it lives.
 */
final class InstagramLogin {

  private static final String PUBLISH = "instagram_business_content_publish";
  private static final String SCOPES =
      "instagram_business_basic," + PUBLISH + ",instagram_business_manage_insights";

  private static final String OBTAINED_AT = "obtained_at";

  /** Instagram refuses to refresh a token younger than this. */
  private static final Duration YOUNGEST = Duration.ofHours(24);

  private static final Duration REFRESH_BEFORE_END = Duration.ofDays(10);
  private static final Duration USUAL_LIFE = Duration.ofDays(60);
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private final GraphApi api;
  private final InstagramConfig config;
  private final Clock clock;

  InstagramLogin(GraphApi api, InstagramConfig config, Clock clock) {
    this.api = api;
    this.config = config;
    this.clock = clock;
  }

  Connecting begin(URI callback, String state) {
    if (!config.isComplete()) {
      return notConfigured();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", config.appId());
    query.put("redirect_uri", callback.toString());
    query.put("response_type", "code");
    query.put("scope", SCOPES);
    query.put("state", state);
    return new Connecting.Redirect(
        WebAddress.of(config.www(), "/oauth/authorize", query), Map.of());
  }

  Connecting end(String code, URI callback) {
    if (!config.isComplete()) {
      return notConfigured();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", config.appId());
    form.put("client_secret", config.appSecret());
    form.put("grant_type", "authorization_code");
    form.put("redirect_uri", callback.toString());
    // Instagram appends #_ to the code in the address it sends the person back to.
    form.put("code", code.endsWith("#_") ? code.substring(0, code.length() - 2) : code);
    HttpOutcome answer =
        api.send(PlatformRequest.post(config.api(), "/oauth/access_token").form(form));
    Optional<JsonNode> grant = GraphApi.good(answer).map(InstagramLogin::unwrapped);
    Optional<String> token = grant.flatMap(body -> AnswerJson.text(body, GraphApi.ACCESS_TOKEN));
    if (grant.isEmpty() || token.isEmpty()) {
      return refused(wrongIfRefused(answer));
    }
    if (!mayPublish(grant.get().path("permissions"))) {
      return refused(Failure.of(Kind.PERMISSION, "SCOPE", "the person did not grant " + PUBLISH));
    }
    return lengthen(token.get());
  }

  /** Documented as wrapped into a list, seen flat. */
  private static JsonNode unwrapped(JsonNode body) {
    JsonNode first = body.path("data").path(0);
    return first.isObject() ? first : body;
  }

  /** Permissions come as text or as a list, or not at all. */
  private static boolean mayPublish(JsonNode permissions) {
    if (permissions.isArray() && !permissions.isEmpty()) {
      for (JsonNode permission : permissions) {
        if (permission.asText().equals(PUBLISH)) {
          return true;
        }
      }
      return false;
    }
    return permissions.asText("").isBlank() || permissions.asText().contains(PUBLISH);
  }

  private Connecting lengthen(String shortToken) {
    // Documented with the secret in the query; the request never shows its query in a text.
    HttpOutcome answer =
        api.send(
            PlatformRequest.get(config.graph(), "/access_token")
                .query("grant_type", "ig_exchange_token")
                .query("client_secret", config.appSecret())
                .query(GraphApi.ACCESS_TOKEN, shortToken));
    Optional<Credentials> credentials = GraphApi.good(answer).flatMap(this::credentials);
    return credentials.isEmpty() ? refused(wrongIfRefused(answer)) : identify(credentials.get());
  }

  private Connecting identify(Credentials credentials) {
    String token = credentials.secrets().getOrDefault(GraphApi.ACCESS_TOKEN, "");
    HttpOutcome answer = api.fields(token, "/me", "user_id,username,account_type");
    Optional<JsonNode> me = GraphApi.good(answer).map(InstagramLogin::unwrapped);
    Optional<String> id =
        me.map(body -> body.path("user_id").asText(body.path("id").asText("")))
            .filter(text -> !text.isEmpty());
    Optional<String> name = me.flatMap(body -> AnswerJson.text(body, "username"));
    if (id.isEmpty() || name.isEmpty()) {
      return refused(wrongIfRefused(answer));
    }
    Account account =
        new Account(
            Network.valueOf(InstagramNetwork.NAME), config.graph(), id.get(), name.get(), Map.of());
    return new Connecting.Connected(new Access(account, credentials));
  }

  Refreshing refresh(Access access) {
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
            PlatformRequest.get(config.graph(), "/refresh_access_token")
                .query("grant_type", "ig_refresh_token")
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
    Instant end = now.plusSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
    return token.map(
        text ->
            new Credentials(
                Map.of(GraphApi.ACCESS_TOKEN, text, OBTAINED_AT, now.toString()),
                Optional.of(end.minus(REFRESH_BEFORE_END)),
                Optional.of(end)));
  }

  /** Whatever the host refuses while connecting is about the code, the app or its secret. */
  private Failure wrongIfRefused(HttpOutcome answer) {
    Failure failure = api.failure(answer);
    boolean refusal =
        answer instanceof Answered a && a.status() >= 400 && a.status() < 500 && !failure.passes();
    return refusal && failure.kind() != Kind.PERMISSION
        ? Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail())
        : failure;
  }

  private static Connecting notConfigured() {
    return refused(
        Failure.of(
            Kind.CREDENTIALS_WRONG,
            "NOT_CONFIGURED",
            "Instagram is not set up here: the app id or the app secret is missing"));
  }

  private static Connecting refused(Failure failure) {
    return new Connecting.Refused(failure);
  }
}
