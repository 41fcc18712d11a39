package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Credentials;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of an answer, and how long they live: 60 days, and for partners of LinkedIn a token to
 * renew them for a year, which renewing does not make longer.
 */
final class LinkedInGrant {

  static final String REFRESH_TOKEN = "refresh_token";

  /** Until when the refresh token lives: no secret, but kept beside it. */
  private static final String REFRESH_ENDS = "refresh_ends";

  private static final Duration USUAL_LIFE = Duration.ofDays(60);
  private static final Duration USUAL_YEAR = Duration.ofDays(365);
  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(400);

  private LinkedInGrant() {}

  /**
   * @param before the secrets until now, of which the refresh token stays where none comes
   * @return empty where there is no access token
   */
  static Optional<Credentials> of(JsonNode body, Map<String, String> before, Instant now) {
    return AnswerJson.text(body, LinkedInApi.ACCESS_TOKEN)
        .map(token -> credentials(body, token, before, now));
  }

  private static Credentials credentials(
      JsonNode body, String token, Map<String, String> before, Instant now) {
    Instant end = now.plus(life(body, "expires_in", USUAL_LIFE));
    Map<String, String> secrets = new HashMap<>(Map.of(LinkedInApi.ACCESS_TOKEN, token));
    String refresh =
        AnswerJson.text(body, REFRESH_TOKEN).orElse(before.getOrDefault(REFRESH_TOKEN, ""));
    if (refresh.isEmpty()) {
      // Nothing renews it: its end is told to people in time.
      return new Credentials(secrets, Optional.empty(), Optional.of(end));
    }
    Instant last =
        AnswerJson.number(body, "refresh_token_expires_in").isPresent()
            ? now.plus(life(body, "refresh_token_expires_in", USUAL_YEAR))
            : ends(before).orElse(now.plus(USUAL_YEAR));
    secrets.put(REFRESH_TOKEN, refresh);
    secrets.put(REFRESH_ENDS, last.toString());
    Instant due = now.plus(dueAfter(Duration.between(now, end), token));
    // What is due after the last renewal is not renewed any more, so people are told.
    Optional<Instant> refreshAt = due.isBefore(last) ? Optional.of(due) : Optional.empty();
    return new Credentials(secrets, refreshAt, Optional.of(end));
  }

  private static Optional<Instant> ends(Map<String, String> secrets) {
    try {
      return Optional.ofNullable(secrets.get(REFRESH_ENDS)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Duration life(JsonNode body, String field, Duration usual) {
    Duration told =
        Duration.ofSeconds(
            Math.min(AnswerJson.number(body, field).orElse(usual.toSeconds()), Integer.MAX_VALUE));
    boolean possible = told.compareTo(SHORTEST_LIFE) >= 0 && told.compareTo(LONGEST_LIFE) <= 0;
    return possible ? told : usual;
  }

  /** From 80 % of its life on, for each token a little later, so that not all come at once. */
  static Duration dueAfter(Duration life, String token) {
    long spread = Math.floorMod(token.hashCode(), 1000);
    return Duration.ofSeconds(life.toSeconds() * (16_000 + spread) / 20_000);
  }
}
