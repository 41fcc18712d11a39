package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Calls in the name of a bot. Its token is a part of every address, before the method's name; it
 * stands in the server's address, which no request ever shows.
 */
final class BotApi {

  /** The secret that holds the token. */
  static final String TOKEN = "token";

  private static final Pattern SHAPE = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{8,128}");

  private final PlatformHttp http;

  BotApi(PlatformHttp http) {
    this.http = http;
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  /** Whether a text can be a token; any other could not stand in an address. */
  static boolean isToken(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Of an account whose token is lost, one that no bot has, so that the network refuses it. */
  static PlatformRequest get(Access access, String method) {
    return get(access.account().server(), token(access), method);
  }

  static PlatformRequest get(URI server, String token, String method) {
    return PlatformRequest.get(bot(server, token), "/" + method);
  }

  static PlatformRequest post(Access access, String method) {
    return PlatformRequest.post(bot(access.account().server(), token(access)), "/" + method);
  }

  private static URI bot(URI server, String token) {
    return URI.create(server.toString().replaceFirst("/+$", "") + "/bot" + token);
  }

  private static String token(Access access) {
    String token = access.credentials().secrets().getOrDefault(TOKEN, "");
    return isToken(token) ? token : "0";
  }

  /** What a good answer gives; empty for everything else. */
  static Optional<JsonNode> result(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok()
        ? a.json()
            .filter(json -> json.path("ok").asBoolean(false) && json.has("result"))
            .map(json -> json.path("result"))
        : Optional.empty();
  }

  /** Why an outcome is not the one hoped for. */
  static Failure failure(HttpOutcome outcome) {
    return outcome.match(
        TelegramFailures::of, notSent -> NoAnswer.of(notSent, false), NoAnswer::of);
  }
}
