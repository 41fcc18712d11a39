package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A claimed rendition at the last moment, locked. */
public record Ready(
    UUID id,
    RenditionState state,
    Instant graceFrom,
    int attempts,
    Optional<Instant> firstAttemptAt) {}
