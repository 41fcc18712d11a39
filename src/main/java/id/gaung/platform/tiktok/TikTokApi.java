package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import java.time.Clock;

/** Calls of TikTok's API in an account's name. */
final class TikTokApi {

  static final String TOKEN = "access_token";

  private final PlatformHttp http;
  private final TikTokConfig config;
  private final Clock clock;

  TikTokApi(PlatformHttp http, TikTokConfig config, Clock clock) {
    this.http = http;
    this.config = config;
    this.clock = clock;
  }

  TikTokConfig config() {
    return config;
  }

  HttpOutcome send(PlatformRequest request) {
    return http.send(request);
  }

  HttpOutcome post(Access access, String path, JsonNode body) {
    return http.send(PlatformRequest.post(config.api(), path).bearer(token(access)).json(body));
  }

  /** The same, where fields are named in the query. */
  HttpOutcome ask(Access access, String path, String fields, JsonNode body) {
    return http.send(
        PlatformRequest.post(config.api(), path)
            .query("fields", fields)
            .bearer(token(access))
            .json(body));
  }

  HttpOutcome user(String token, String fields) {
    return http.send(
        PlatformRequest.get(config.api(), "/v2/user/info/").query("fields", fields).bearer(token));
  }

  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(TOKEN, "");
  }

  static boolean hasToken(Access access) {
    return !token(access).isEmpty();
  }

  /** Why a call gave nothing. */
  Failure failure(HttpOutcome outcome) {
    return outcome.match(
        answer -> TikTokEnvelope.failure(answer, clock.instant()),
        sent -> NoAnswer.of(sent, false),
        NoAnswer::of);
  }
}
