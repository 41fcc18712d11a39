package id.gaung.identity;

import java.time.Instant;
import java.util.Optional;

/** A sign-in link as stored. */
public record LinkRow(String name, Optional<Instant> usedAt, Instant expiresAt) {}
