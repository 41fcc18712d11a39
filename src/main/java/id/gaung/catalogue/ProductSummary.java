package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.Optional;
import java.util.UUID;

/** A product as other features and lists show it; nothing personal in it. */
public record ProductSummary(
    UUID id,
    String name,
    UUID umkmId,
    String umkmName,
    String kecamatanCode,
    String kecamatanName,
    Rupiah price,
    Optional<UUID> photoId) {}
