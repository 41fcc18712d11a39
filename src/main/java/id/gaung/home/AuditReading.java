package id.gaung.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.audit.Audit;
import id.gaung.audit.AuditEvent;
import id.gaung.home.AuditPages.AuditLine;
import id.gaung.kernel.Page;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The audit log as it is read. */
final class AuditReading {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditReading() {}

  /** Newest first; page numbers below 1 count as 1. */
  static Page<AuditLine> newest(Audit audit, int page) {
    return audit.newest(page).map(AuditReading::line);
  }

  /** Those that are sought; all of them if nothing is. */
  static Page<AuditLine> newest(Audit audit, Optional<Audit.Sought> sought, int page) {
    return sought
        .map(what -> audit.newest(what, page).map(AuditReading::line))
        .orElseGet(() -> newest(audit, page));
  }

  private static AuditLine line(AuditEvent event) {
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
        event.hash(),
        event.actorId());
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
