package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A product of a business, with its price to the buyer. */
public record Product(
    UUID id,
    UUID umkmId,
    String umkmName,
    String name,
    String category,
    String description,
    Rupiah price,
    Optional<UUID> photoId,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
