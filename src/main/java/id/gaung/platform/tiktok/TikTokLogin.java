package id.gaung.platform.tiktok;

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
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Login Kit v2 for a web app: the person agrees on TikTok's page, to each permission apart. */
final class TikTokLogin {

  /** In the order in which a missing one is told. */
  static final List<String> SCOPES =
      List.of(
          "user.info.basic", "user.info.profile", "video.upload", "video.list", "user.info.stats");

  private static final String WORDS = "platform.connecting.tiktok-";

  private final TikTokApi api;
  private final TikTokTokens tokens;

  TikTokLogin(TikTokApi api, TikTokTokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  Connecting begin(URI callback, String state) {
    if (!api.config().isComplete()) {
      return refused(WORDS + "app-missing", "");
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_key", api.config().key());
    query.put("scope", String.join(",", SCOPES));
    query.put("response_type", "code");
    query.put("redirect_uri", callback.toString());
    query.put("state", state);
    return new Connecting.Redirect(
        WebAddress.of(api.config().web(), "/v2/auth/authorize/", query), Map.of());
  }

  Connecting end(String code, URI callback) {
    if (!api.config().isComplete()) {
      return refused(WORDS + "app-missing", "");
    }
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("code", code);
    grant.put("grant_type", "authorization_code");
    grant.put("redirect_uri", callback.toString());
    HttpOutcome answer = tokens.ask(grant);
    Optional<JsonNode> given = TikTokTokens.given(answer);
    if (given.isEmpty()) {
      return notGiven(api.failure(answer));
    }
    Optional<String> missing = missing(given.get());
    if (missing.isPresent()) {
      return refused(WORDS + "scope." + missing.get(), missing.get());
    }
    return identify(tokens.credentials(given.get()));
  }

  private static Connecting notGiven(Failure failure) {
    return switch (failure.code()) {
      case "invalid_client", "unauthorized_client" ->
          refused(WORDS + "app-unknown", failure.detail());
      default ->
          failure.passes()
              ? new Connecting.Refused(failure)
              : new Connecting.Refused(
                  Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail()));
    };
  }

  /** The first permission that was asked for and not given; an answer without any says nothing. */
  private static Optional<String> missing(JsonNode body) {
    Set<String> granted =
        Arrays.stream(body.path("scope").asText("").split("[ ,]+", -1))
            .filter(scope -> !scope.isEmpty())
            .collect(Collectors.toSet());
    return granted.isEmpty()
        ? Optional.empty()
        : SCOPES.stream().filter(scope -> !granted.contains(scope)).findFirst();
  }

  private Connecting identify(Credentials credentials) {
    String token = credentials.secrets().getOrDefault(TikTokApi.TOKEN, "");
    HttpOutcome answer = api.user(token, "open_id,username,display_name");
    Optional<JsonNode> user = TikTokEnvelope.data(answer).map(data -> data.path("user"));
    Optional<String> id = user.flatMap(one -> AnswerJson.text(one, "open_id"));
    Optional<String> name = user.flatMap(one -> AnswerJson.text(one, "username"));
    if (id.isEmpty() || name.isEmpty()) {
      return new Connecting.Refused(api.failure(answer));
    }
    return new Connecting.Connected(
        new Access(
            new Account(
                Network.valueOf(TikTokNetwork.NAME),
                api.config().api(),
                id.get(),
                name.get(),
                Map.of()),
            credentials));
  }

  private static Connecting refused(String key, String detail) {
    return new Connecting.Refused(Failure.of(Kind.REJECTED, key, detail));
  }
}
