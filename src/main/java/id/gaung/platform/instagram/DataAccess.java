package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Refreshing;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a Page's token opens an account's data. The token itself has no end; what it opens ends
 * 90 days after its person was last active (auth-vs-data), which moves by itself, so it is asked
 * again. Where it does not move, a person is told until when to connect again.
 */
final class DataAccess {

  private static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** With less than that left at the question, the person has not been active for long. */
  private static final Duration MOVED = Duration.ofDays(30);

  private final GraphApi api;
  private final MetaApp app;
  private final Clock clock;

  DataAccess(GraphApi api, MetaApp app, Clock clock) {
    this.api = api;
    this.app = app;
    this.clock = clock;
  }

  /** What is kept of a fresh token. */
  Credentials credentials(String token) {
    return lasting(token, GraphApi.good(answer(token)));
  }

  /** Asks whether it still opens anything, and how long. */
  Refreshing ask(String token) {
    HttpOutcome answer = answer(token);
    Optional<JsonNode> body = GraphApi.good(answer);
    if (body.isEmpty() && api.failure(answer).passes()) {
      return new Refreshing.Failed(api.failure(answer));
    }
    JsonNode data = body.map(told -> told.path("data")).orElse(AnswerJson.object());
    if (data.path("is_valid").isBoolean() && !data.path("is_valid").booleanValue()) {
      String words = data.path("error").path("message").asText("");
      return new Refreshing.Failed(Failure.of(Kind.RECONNECT, "NOT_VALID", words));
    }
    // A refusal is about the app that asks: the token is used until the network refuses it itself.
    return new Refreshing.Refreshed(lasting(token, body));
  }

  private HttpOutcome answer(String token) {
    return api.send(
        api.get(app.id() + "|" + app.secret(), "/debug_token").query("input_token", token));
  }

  private Credentials lasting(String token, Optional<JsonNode> told) {
    Map<String, String> secrets = Map.of(GraphApi.ACCESS_TOKEN, token);
    Instant now = clock.instant();
    Optional<Instant> end = told.flatMap(DataAccess::end);
    if (end.isEmpty()) {
      Instant again = now.plus(Credentials.renewedAfter(USUAL, token));
      return new Credentials(secrets, Optional.of(again), Optional.empty());
    }
    Duration left = Duration.between(now, end.get());
    if (left.compareTo(MOVED) < 0) {
      return new Credentials(secrets, Optional.empty(), end);
    }
    Duration life = left.compareTo(LONGEST) > 0 ? LONGEST : left;
    return new Credentials(
        secrets,
        Optional.of(now.plus(Credentials.renewedAfter(life, token))),
        Optional.of(now.plus(life)));
  }

  /** Empty where it is not told, or never. */
  private static Optional<Instant> end(JsonNode body) {
    OptionalLong seconds = AnswerJson.number(body.path("data"), "data_access_expires_at");
    return seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() < 1L << 40
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : Optional.empty();
  }
}
