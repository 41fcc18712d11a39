package id.gaung.home;

import id.gaung.home.AuditPages.AuditLine;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One row of the log as the API shows it.
 *
 * @param hash of this row and the one before it
 */
public record AuditLineResponse(
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

  static AuditLineResponse from(AuditLine line) {
    return new AuditLineResponse(
        line.seq(),
        line.at(),
        line.actorKind(),
        line.actorName(),
        line.action(),
        line.subjectType(),
        line.subjectId(),
        line.details(),
        line.address(),
        line.requestId(),
        line.hash());
  }
}
