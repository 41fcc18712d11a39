package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Pkce;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Revoking;
import id.gaung.platform.WebAddress;
import id.gaung.platform.mastodon.InstanceDocument.Traits;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Connects an account of any server: reads what the server is, registers Gaung there, sends the
 * person to agree, and changes the code into a token that never expires.
 */
final class MastodonLogin {

  private static final String APP_NAME = "Gaung";
  private static final String SCOPES = "read:accounts read:statuses write:statuses write:media";

  /** For servers that know no finer ones. */
  private static final String COARSE_SCOPES = "read write";

  private static final String SERVER = "server";
  private static final String DOMAIN = "domain";
  private static final String CLIENT_ID = "client_id";
  private static final String CLIENT_SECRET = "client_secret";
  private static final String SCOPE = "scope";
  private static final String VERIFIER = "code_verifier";
  private static final String LIMIT = "limit.";

  private final MastodonApi api;
  private final HostPolicy hosts;

  MastodonLogin(MastodonApi api, HostPolicy hosts) {
    this.api = api;
    this.hosts = hosts;
  }

  Connecting begin(String typed, URI callback, String state) {
    Optional<URI> server = hosts.server(withoutAccount(typed));
    if (server.isEmpty()) {
      return refused(Kind.SERVER_NOT_FOUND, "SERVER", "this server is not allowed or not a name");
    }
    HttpOutcome answer = instance(server.get());
    Optional<InstanceDocument> instance = document(answer);
    if (instance.isEmpty() && isElsewhere(answer)) {
      // The accounts of a domain may live on a server of another name.
      Optional<URI> other = new AccountHosts(api, hosts).of(server.get(), typed);
      if (other.isPresent()) {
        server = other;
        answer = instance(server.get());
        instance = document(answer);
      }
    }
    if (instance.isEmpty()) {
      return refused(notMastodon(answer));
    }
    return register(server.get(), instance.get(), callback, state);
  }

  private HttpOutcome instance(URI server) {
    HttpOutcome answer = api.send(PlatformRequest.get(server, "/api/v2/instance"));
    return document(answer).isEmpty() && MastodonApi.statusOf(answer) != 0
        ? api.send(PlatformRequest.get(server, "/api/v1/instance"))
        : answer;
  }

  private static boolean isElsewhere(HttpOutcome answer) {
    int status = MastodonApi.statusOf(answer);
    return status != 0 && status != 429 && status < 500;
  }

  /** People type their whole account, with or without the leading {@code @}. */
  private static String withoutAccount(String typed) {
    return typed.contains("://") ? typed : typed.substring(typed.lastIndexOf('@') + 1);
  }

  private static Optional<InstanceDocument> document(HttpOutcome answer) {
    return MastodonApi.good(answer).flatMap(InstanceDocument::of);
  }

  private Failure notMastodon(HttpOutcome answer) {
    Failure failure = api.failureWhenConnecting(answer);
    return isElsewhere(answer)
        ? Failure.of(
            Kind.SERVER_NOT_FOUND, failure.code(), "no instance document: " + failure.detail())
        : failure;
  }

  private Connecting register(URI server, InstanceDocument instance, URI callback, String state) {
    String scopes = SCOPES;
    HttpOutcome answer = api.send(registration(server, callback, scopes));
    int status = MastodonApi.statusOf(answer);
    if (status == 400 || status == 422) {
      scopes = COARSE_SCOPES;
      answer = api.send(registration(server, callback, scopes));
    }
    Optional<JsonNode> app = MastodonApi.good(answer);
    Optional<String> id = app.flatMap(a -> AnswerJson.text(a, CLIENT_ID));
    Optional<String> secret = app.flatMap(a -> AnswerJson.text(a, CLIENT_SECRET));
    if (id.isEmpty() || secret.isEmpty()) {
      return refused(api.failureWhenConnecting(answer));
    }
    Pkce pkce = Pkce.random();
    Map<String, String> pending = new HashMap<>();
    pending.put(SERVER, server.toString());
    pending.put(DOMAIN, instance.domain().orElse(server.getHost()));
    pending.put(CLIENT_ID, id.get());
    pending.put(CLIENT_SECRET, secret.get());
    pending.put(SCOPE, scopes);
    pending.put(VERIFIER, pkce.verifier());
    instance.limits().forEach((name, value) -> pending.put(LIMIT + name, value));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put(CLIENT_ID, id.get());
    query.put("redirect_uri", callback.toString());
    query.put(SCOPE, scopes);
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return new Connecting.Redirect(WebAddress.of(server, "/oauth/authorize", query), pending);
  }

  private static PlatformRequest registration(URI server, URI callback, String scopes) {
    ObjectNode app = AnswerJson.object();
    app.put("client_name", APP_NAME);
    app.put("redirect_uris", callback.toString());
    app.put("scopes", scopes);
    app.put("website", callback.resolve("/").toString());
    return PlatformRequest.post(server, "/api/v1/apps").json(app);
  }

  Connecting end(Map<String, String> pending, String code, URI callback) {
    Optional<URI> server = hosts.server(pending.getOrDefault(SERVER, ""));
    if (server.isEmpty()) {
      return refused(Kind.SERVER_NOT_FOUND, "SERVER", "this server is not allowed");
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put(CLIENT_ID, pending.getOrDefault(CLIENT_ID, ""));
    form.put(CLIENT_SECRET, pending.getOrDefault(CLIENT_SECRET, ""));
    form.put("redirect_uri", callback.toString());
    form.put(SCOPE, pending.getOrDefault(SCOPE, SCOPES));
    form.put(VERIFIER, pending.getOrDefault(VERIFIER, ""));
    HttpOutcome answer = api.send(PlatformRequest.post(server.get(), "/oauth/token").form(form));
    Optional<String> token =
        MastodonApi.good(answer).flatMap(body -> AnswerJson.text(body, MastodonApi.ACCESS_TOKEN));
    return token.isEmpty()
        ? refused(wrongIfRefused(answer))
        : identify(server.get(), pending, token.get());
  }

  /** Tokens never end by themselves. A server answers well for one that it does not know, too. */
  Revoking revoke(Access access) {
    Map<String, String> secrets = access.credentials().secrets();
    Map<String, String> form = new LinkedHashMap<>();
    form.put(CLIENT_ID, secrets.getOrDefault(CLIENT_ID, ""));
    form.put(CLIENT_SECRET, secrets.getOrDefault(CLIENT_SECRET, ""));
    form.put("token", secrets.getOrDefault(MastodonApi.ACCESS_TOKEN, ""));
    HttpOutcome answer =
        api.send(PlatformRequest.post(access.account().server(), "/oauth/revoke").form(form));
    int status = MastodonApi.statusOf(answer);
    return status >= 200 && status < 300 ? Revoking.REVOKED : Revoking.NOT_CERTAIN;
  }

  private Connecting identify(URI server, Map<String, String> pending, String token) {
    HttpOutcome answer =
        api.send(PlatformRequest.get(server, "/api/v1/accounts/verify_credentials").bearer(token));
    Optional<JsonNode> account = MastodonApi.good(answer);
    Optional<String> id = account.map(a -> a.path("id").asText("")).filter(text -> !text.isEmpty());
    Optional<String> name =
        account.flatMap(a -> AnswerJson.text(a, "acct").or(() -> AnswerJson.text(a, "username")));
    if (id.isEmpty() || name.isEmpty()) {
      return refused(wrongIfRefused(answer));
    }
    String handle =
        name.get().contains("@")
            ? name.get()
            : name.get() + "@" + pending.getOrDefault(DOMAIN, server.getHost());
    Map<String, String> traits = new HashMap<>();
    pending.forEach(
        (key, value) -> {
          if (key.startsWith(LIMIT)) {
            traits.put(key.substring(LIMIT.length()), value);
          }
        });
    account
        .flatMap(a -> AnswerJson.text(a, "url"))
        .flatMap(WebAddress::given)
        .map(WebAddress::site)
        .filter(site -> !site.equals(WebAddress.site(server)))
        .ifPresent(site -> traits.put(Traits.PAGES, site.toString()));
    Map<String, String> secrets =
        Map.of(
            MastodonApi.ACCESS_TOKEN,
            token,
            CLIENT_ID,
            pending.getOrDefault(CLIENT_ID, ""),
            CLIENT_SECRET,
            pending.getOrDefault(CLIENT_SECRET, ""));
    return new Connecting.Connected(
        new Access(
            new Account(Network.valueOf(MastodonNetwork.NAME), server, id.get(), handle, traits),
            new Credentials(secrets, Optional.empty(), Optional.empty())));
  }

  /** 400, 401 and 422 speak of the code, the app or the token: a bad token is 422 on some. */
  private Failure wrongIfRefused(HttpOutcome answer) {
    Failure failure = api.failureWhenConnecting(answer);
    int status = MastodonApi.statusOf(answer);
    return status == 400 || status == 401 || status == 422
        ? Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail())
        : failure;
  }

  private static Connecting refused(Failure failure) {
    return new Connecting.Refused(failure);
  }

  private static Connecting refused(Kind kind, String code, String detail) {
    return refused(Failure.of(kind, code, detail));
  }
}
