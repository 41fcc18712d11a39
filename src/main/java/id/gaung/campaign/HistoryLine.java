package id.gaung.campaign;

import id.gaung.audit.AuditEvent;
import id.gaung.kernel.Actor;
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
        named ? Optional.of(who(event)) : Optional.empty(),
        feature + ".history." + event.action(),
        event.detail("reason"));
  }

  /** What the system does by itself, it does under the name of a job, which says little here. */
  private static String who(AuditEvent event) {
    return event.actorKind().equals(Actor.Kind.SYSTEM.name()) ? "Gaung" : event.actorName();
  }
}
