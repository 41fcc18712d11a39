package id.gaung.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key for programs, without the key itself.
 *
 * @param name what its owner calls it
 * @param lastUsedAt to the minute; empty if never
 */
public record ApiToken(
    UUID id,
    UUID personId,
    String name,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt) {}
