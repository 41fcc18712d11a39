package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code product} to be written.
 *
 * @param nameKey the name as it is told apart from others of the same business
 */
public record ProductRow(
    UUID id,
    UUID umkmId,
    String name,
    String nameKey,
    String category,
    String description,
    Rupiah price,
    Optional<UUID> photoId,
    Instant at,
    int version) {}
