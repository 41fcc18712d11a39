package id.gaung.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.audit.AuditEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened to a thing, as its page tells it.
 *
 * @param who empty where the reader sees no personal data
 * @param key of the sentence, {@code campaign.history.campaign.approved}
 */
public record HistoryLine(Instant at, Optional<String> who, String key, Optional<String> reason) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param feature whose bundle has the sentence
   * @param named whether the reader may see who did it
   */
  public static HistoryLine of(String feature, AuditEvent event, boolean named) {
    return new HistoryLine(
        event.at(),
        named ? Optional.of(event.actorName()) : Optional.empty(),
        feature + ".history." + event.action(),
        reason(event.details()));
  }

  private static Optional<String> reason(String details) {
    try {
      return Optional.of(JSON.readTree(details).path("reason").asText(""))
          .filter(text -> !text.isEmpty());
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }
}
