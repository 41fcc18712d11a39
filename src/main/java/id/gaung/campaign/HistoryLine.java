package id.gaung.campaign;

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

  /**
   * @param feature whose bundle has the sentence
   * @param named whether the reader may see who did it
   */
  public static HistoryLine of(String feature, AuditEvent event, boolean named) {
    return new HistoryLine(
        event.at(),
        named ? Optional.of(event.actorName()) : Optional.empty(),
        feature + ".history." + event.action(),
        event.detail("reason"));
  }
}
