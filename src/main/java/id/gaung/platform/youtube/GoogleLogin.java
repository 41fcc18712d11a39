package id.gaung.platform.youtube;

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
import id.gaung.platform.Pkce;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google's consent: the person chooses the channel there, so a login opens one channel. After its
 * page "Using OAuth 2.0 for web server applications".
 */
final class GoogleLogin {

  private static final String VERIFIER = "code_verifier";
  private static final String SENTENCE = "platform.connecting.youtube-";

  private final YouTubeApi api;
  private final GoogleTokens tokens;
  private final OwnChannel channel;

  GoogleLogin(YouTubeApi api, GoogleTokens tokens, OwnChannel channel) {
    this.api = api;
    this.tokens = tokens;
    this.channel = channel;
  }

  Connecting begin(URI callback, String state) {
    if (!api.config().isComplete()) {
      return refused(Kind.CREDENTIALS_WRONG, "not-set-up", "");
    }
    Pkce pkce = Pkce.random();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", api.config().clientId());
    query.put("redirect_uri", callback.toString());
    query.put("response_type", "code");
    query.put("scope", GoogleScopes.asked());
    query.put("state", state);
    // Without these two Google gives no refresh token, or only the first time.
    query.put("access_type", "offline");
    query.put("prompt", "consent");
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return new Connecting.Redirect(
        WebAddress.of(api.config().auth(), "/o/oauth2/v2/auth", query),
        Map.of(VERIFIER, pkce.verifier()));
  }

  Connecting end(Map<String, String> pending, String code, URI callback) {
    if (!api.config().isComplete()) {
      return refused(Kind.CREDENTIALS_WRONG, "not-set-up", "");
    }
    HttpOutcome answer =
        tokens.exchange(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback.toString(),
                VERIFIER,
                pending.getOrDefault(VERIFIER, "")));
    Optional<JsonNode> grant = YouTubeApi.good(answer);
    if (grant.flatMap(body -> AnswerJson.text(body, YouTubeApi.ACCESS_TOKEN)).isEmpty()) {
      return notExchanged(tokens.failure(answer));
    }
    String missing = GoogleScopes.missing(grant.get());
    if (!missing.isEmpty()) {
      return refused(Kind.PERMISSION, "without-" + missing, "");
    }
    return tokens
        .credentials(grant.get(), "")
        .map(this::identify)
        .orElseGet(() -> refused(Kind.CREDENTIALS_WRONG, "no-refresh", ""));
  }

  private static Connecting notExchanged(Failure failure) {
    return switch (failure.kind()) {
      case CREDENTIALS_WRONG -> refused(Kind.CREDENTIALS_WRONG, "client", failure.detail());
      // Of a code: used, too old, or made for another request.
      case RECONNECT, REJECTED ->
          new Connecting.Refused(
              Failure.of(Kind.CREDENTIALS_WRONG, failure.code(), failure.detail()));
      default -> new Connecting.Refused(failure);
    };
  }

  private Connecting identify(Credentials credentials) {
    Account nobody =
        new Account(Network.valueOf(YouTubeNetwork.NAME), api.config().api(), "", "", Map.of());
    HttpOutcome answer = channel.ask(new Access(nobody, credentials), "id,snippet,contentDetails");
    Optional<List<JsonNode>> channels = YouTubeApi.items(answer);
    boolean none =
        channels.filter(List::isEmpty).isPresent()
            || YouTubeApi.says(answer, 401, YouTubeErrors.NO_CHANNEL);
    if (none) {
      return refused(Kind.PERMISSION, "no-channel", "");
    }
    if (YouTubeApi.says(answer, 403, "accessNotConfigured")) {
      return refused(Kind.PERMISSION, "api-off", "");
    }
    return channels
        .flatMap(found -> OwnChannel.account(nobody, found.get(0)))
        .<Connecting>map(own -> new Connecting.Connected(new Access(own, credentials)))
        .orElseGet(() -> new Connecting.Refused(api.failure(answer)));
  }

  private static Connecting refused(Kind kind, String sentence, String detail) {
    return new Connecting.Refused(Failure.of(kind, SENTENCE + sentence, detail));
  }
}
