package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The tokens of an answer, and how long they live. */
final class XGrant {

  private static final Duration USUAL_LIFE = Duration.ofHours(2);
  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(30);

  private XGrant() {}

  /**
   * @param before the refresh token that was given before; kept where X gives no other
   * @return empty where there are not both
   */
  static Optional<Credentials> of(JsonNode body, String before, Instant now) {
    Optional<String> token = AnswerJson.text(body, XApi.ACCESS_TOKEN);
    String refresh = AnswerJson.text(body, XTokens.REFRESH_TOKEN).orElse(before);
    if (token.isEmpty() || refresh.isEmpty()) {
      return Optional.empty();
    }
    Duration life = life(body);
    return Optional.of(
        new Credentials(
            Map.of(XApi.ACCESS_TOKEN, token.get(), XTokens.REFRESH_TOKEN, refresh),
            Optional.of(now.plus(Credentials.renewedAfter(life, token.get()))),
            Optional.of(now.plus(life))));
  }

  private static Duration life(JsonNode body) {
    Duration told =
        Duration.ofSeconds(AnswerJson.number(body, "expires_in").orElse(USUAL_LIFE.toSeconds()));
    boolean possible = told.compareTo(SHORTEST_LIFE) >= 0 && told.compareTo(LONGEST_LIFE) <= 0;
    return possible ? told : USUAL_LIFE;
  }
}
