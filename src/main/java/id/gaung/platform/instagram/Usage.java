package id.gaung.platform.instagram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;

/**
 * What a Graph host's usage headers say. Both come only after many calls; their absence says
 * nothing.
 *
 * @param percent the highest of the figures given, 0 to 100 and more; 0 if none was
 * @param regain until calls are served again; empty if they are now
 */
record Usage(int percent, Optional<Duration> regain) {

  /** Calling on while blocked lengthens the block, so stop a little before it. */
  private static final int STOP_AT = 95;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param useCase {@code X-Business-Use-Case-Usage}, empty if absent
   * @param app {@code X-App-Usage}, empty if absent
   */
  static Usage of(Optional<String> useCase, Optional<String> app) {
    int percent = 0;
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

  boolean isSpent() {
    return regain.isPresent() || percent >= STOP_AT;
  }

  private static int highest(JsonNode use) {
    return Math.max(
        use.path("call_count").asInt(0),
        Math.max(use.path("total_time").asInt(0), use.path("total_cputime").asInt(0)));
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
