package id.gaung.platform.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.ToldLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Graph host's usage headers say. Both come only after many calls; their absence says
 * nothing.
 *
 * @param percent the highest of the figures given, 0 to 100 and more; -1 if none was
 * @param regain until calls are served again; empty if they are now
 */
public record Usage(int percent, Optional<Duration> regain) {

  /** Of the account's own calls. */
  public static final String USE_CASE = "X-Business-Use-Case-Usage";

  /** Of all calls of the app, whichever account they are for. */
  public static final String APP = "X-App-Usage";

  /** Calling on while blocked lengthens the block, so stop a little before it. */
  private static final int STOP_AT = 95;

  private static final int NONE = -1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param useCase {@link #USE_CASE}, empty if absent
   * @param app {@link #APP}, empty if absent
   */
  public static Usage of(Optional<String> useCase, Optional<String> app) {
    int percent = NONE;
    int minutes = 0;
    for (JsonNode account : read(useCase)) {
      for (JsonNode use : account) {
        percent = Math.max(percent, highest(use));
        minutes = Math.max(minutes, use.path("estimated_time_to_regain_access").asInt(0));
      }
    }
    percent = Math.max(percent, highest(read(app)));
    return new Usage(
        percent, minutes > 0 ? Optional.of(Duration.ofMinutes(minutes)) : Optional.empty());
  }

  /** What an answer's headers tell as limits; each of them that tells any. */
  public static List<ToldLimit> told(Answered answer, Instant now) {
    Usage account = of(answer.header(USE_CASE), Optional.empty());
    Usage app = of(Optional.empty(), answer.header(APP));
    return Stream.of(account.told(false, now), app.told(true, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A figure below zero is none. */
  private Optional<ToldLimit> told(boolean ofApp, Instant now) {
    if (regain.isPresent()) {
      return Optional.of(ToldLimit.calls(ofApp, Math.max(100, percent), regain.map(now::plus)));
    }
    return percent < 0
        ? Optional.empty()
        : Optional.of(ToldLimit.calls(ofApp, percent, Optional.empty()));
  }

  public boolean isSpent() {
    return regain.isPresent() || percent >= STOP_AT;
  }

  /** That nothing more may be asked now; empty if something may. */
  public Optional<Failure> spent() {
    return isSpent()
        ? Optional.of(
            Failure.rateLimited(
                "USAGE",
                "the budget of calls is " + percent + " % used",
                regain.orElse(GraphFailures.UNKNOWN_BLOCK)))
        : Optional.empty();
  }

  private static int highest(JsonNode use) {
    return Math.max(
        use.path("call_count").asInt(NONE),
        Math.max(use.path("total_time").asInt(NONE), use.path("total_cputime").asInt(NONE)));
  }

  private static JsonNode read(Optional<String> header) {
    try {
      JsonNode node = header.isPresent() ? JSON.readTree(header.get()) : null;
      return node == null ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException garbage) {
      return JSON.createObjectNode();
    }
  }
}
