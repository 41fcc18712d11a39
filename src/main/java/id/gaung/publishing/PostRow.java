package id.gaung.publishing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as it is stored.
 *
 * @param card as {@link PostCard} stores it
 */
public record PostRow(
    UUID id,
    UUID campaignId,
    Optional<UUID> deliverableId,
    Optional<UUID> createdBy,
    Instant createdAt,
    Map<String, String> card) {}
