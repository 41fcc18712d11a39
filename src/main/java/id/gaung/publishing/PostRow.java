package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A post as it is stored. */
public record PostRow(
    UUID id,
    UUID campaignId,
    Optional<UUID> deliverableId,
    Optional<UUID> createdBy,
    Instant createdAt) {}
