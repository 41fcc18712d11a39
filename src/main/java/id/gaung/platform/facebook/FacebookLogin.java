package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facebook Login: a code becomes a token of the person, that one a token of 60 days, and with it
 * the Pages are listed, whose own tokens have no end.
 */
final class FacebookLogin {

  /** Without one of these nothing of what Gaung does works. */
  private static final List<String> NEEDED =
      List.of("pages_show_list", "pages_manage_posts", "pages_read_engagement", "read_insights");

  /** Counting what visitors wrote, and Pages that a business holds. */
  private static final List<String> WANTED =
      List.of("pages_read_user_content", "business_management");

  private final GraphApi api;
  private final FacebookConfig config;
  private final PageChoice pages;

  FacebookLogin(GraphApi api, FacebookConfig config) {
    this.api = api;
    this.config = config;
    this.pages = new PageChoice(api, config);
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking() {
    return new MetaApp(config.appId(), config.appSecret()).lacking();
  }

  Connecting begin(URI callback, String state) {
    if (!config.isComplete()) {
      return notConfigured();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", config.appId());
    query.put("redirect_uri", callback.toString());
    query.put("state", state);
    query.put("scope", String.join(",", NEEDED) + "," + String.join(",", WANTED));
    query.put("response_type", "code");
    return new Connecting.Redirect(
        WebAddress.of(config.web(), "/" + config.graphVersion() + "/dialog/oauth", query),
        Map.of());
  }

  Connecting end(String code, URI callback) {
    if (!config.isComplete()) {
      return notConfigured();
    }
    // Documented with secret and code in the query; the request never shows its query in a text.
    HttpOutcome answer =
        api.send(exchange().query("redirect_uri", callback.toString()).query("code", code));
    Optional<String> token = token(answer);
    return token.isEmpty() ? refused(wrongIfRefused(answer)) : lengthen(token.get());
  }

  private PlatformRequest exchange() {
    return PlatformRequest.get(config.graph(), "/" + config.graphVersion() + "/oauth/access_token")
        .query("client_id", config.appId())
        .query("client_secret", config.appSecret());
  }

  private static Optional<String> token(HttpOutcome answer) {
    return GraphApi.good(answer).flatMap(body -> AnswerJson.text(body, GraphApi.ACCESS_TOKEN));
  }

  /** Of a short token the Pages' tokens would end with it. */
  private Connecting lengthen(String shortToken) {
    HttpOutcome answer =
        api.send(
            exchange()
                .query("grant_type", "fb_exchange_token")
                .query("fb_exchange_token", shortToken));
    Optional<String> token = token(answer);
    return token.isEmpty() ? refused(wrongIfRefused(answer)) : granted(token.get());
  }

  private Connecting granted(String token) {
    HttpOutcome answer = api.send(api.get(token, "/me/permissions"));
    Optional<JsonNode> data =
        GraphApi.good(answer).map(body -> body.path("data")).filter(JsonNode::isArray);
    if (data.isEmpty()) {
      return refused(wrongIfRefused(answer));
    }
    List<String> missing =
        NEEDED.stream().filter(permission -> !isGranted(data.get(), permission)).toList();
    return missing.isEmpty()
        ? pages.offer(token).orElseGet(failure -> refused(wrongIfRefused(failure)))
        : refused(Failure.notGranted(missing));
  }

  private static boolean isGranted(JsonNode permissions, String permission) {
    for (JsonNode one : permissions) {
      if (one.path("permission").asText().equals(permission)) {
        return one.path("status").asText().equals("granted");
      }
    }
    return false;
  }

  Connecting choose(Map<String, String> pending, String id) {
    return pages.take(pending, id);
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
            "Facebook is not set up here: the app id or the app secret is missing"));
  }

  private static Connecting refused(Failure failure) {
    return new Connecting.Refused(failure);
  }
}
