package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Credentials;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long tokens live: told with each of them, other today than last year, never assumed. */
final class TokenLife {

  static final String RENEWAL = "refresh_token";

  private static final String RENEWAL_ENDS = "refresh_until";

  /** Where TikTok does not say: the shortest that its pages ever named. */
  private static final Duration UNTOLD = Duration.ofHours(2);

  private static final Duration LONGEST = Duration.ofDays(366);

  private TokenLife() {}

  /**
   * @param before secrets of before; what the answer does not give stays
   */
  static Credentials credentials(JsonNode body, Map<String, String> before, Instant now) {
    Map<String, String> secrets = new HashMap<>(before);
    String token = body.path(TikTokApi.TOKEN).asText("");
    secrets.put(TikTokApi.TOKEN, token);
    AnswerJson.text(body, RENEWAL).ifPresent(text -> secrets.put(RENEWAL, text));
    AnswerJson.number(body, "refresh_expires_in")
        .ifPresent(seconds -> secrets.put(RENEWAL_ENDS, now.plus(life(seconds)).toString()));
    Duration life = life(AnswerJson.number(body, "expires_in").orElse(UNTOLD.toSeconds()));
    return new Credentials(
        secrets,
        Optional.of(now.plus(Credentials.renewedAfter(life, token))),
        Optional.of(now.plus(life)));
  }

  private static Duration life(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST.toSeconds())));
  }

  /** What renews a token; empty if it is over. */
  static Optional<String> renewal(Map<String, String> secrets, Instant now) {
    Optional<String> renewal =
        Optional.ofNullable(secrets.get(RENEWAL)).filter(text -> !text.isEmpty());
    try {
      String until = secrets.getOrDefault(RENEWAL_ENDS, "");
      return renewal.filter(text -> until.isEmpty() || now.isBefore(Instant.parse(until)));
    } catch (DateTimeException notRemembered) {
      return renewal;
    }
  }
}
