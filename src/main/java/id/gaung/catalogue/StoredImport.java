package id.gaung.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A file that was uploaded to be looked at; applied once, or never. */
public record StoredImport(
    UUID id,
    String fileName,
    Optional<UUID> createdBy,
    Instant createdAt,
    Optional<Instant> appliedAt,
    Map<String, String> result) {

  /** What it did, once it was applied. */
  public Optional<ImportResult> outcome() {
    return appliedAt.map(at -> ImportResult.of(result));
  }
}
