package id.gaung.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.audit.AuditEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of the audit log as it is read.
 *
 * @param actorKind {@code PERSON}, {@code CREATOR_LINK} or {@code SYSTEM}
 * @param details names and values, by name
 */
public record AuditLine(
    long seq,
    Instant at,
    String actorKind,
    String actorName,
    String action,
    String subjectType,
    Optional<UUID> subjectId,
    SortedMap<String, String> details,
    String address,
    String requestId,
    String hash) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static AuditLine of(AuditEvent event) {
    return new AuditLine(
        event.seq(),
        event.at(),
        event.actorKind(),
        event.actorName(),
        event.action(),
        event.subjectType(),
        event.subjectId(),
        details(event.details()),
        event.address(),
        event.requestId(),
        event.hash());
  }

  private static SortedMap<String, String> details(String json) {
    try {
      return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException tampered) {
      // Shown as it is: the page is there to find such rows.
      return new TreeMap<>(Map.of("?", json));
    }
  }
}
