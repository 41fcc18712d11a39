package id.gaung.home;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
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
    String hash) {}
