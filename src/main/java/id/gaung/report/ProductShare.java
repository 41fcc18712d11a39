package id.gaung.report;

import java.util.Optional;
import java.util.UUID;

/**
 * A product that a post shows, and its equal share of what the post brought in the week.
 *
 * @param views its share of the growth; empty if that is not known
 * @param interactions the same of the engagements
 */
public record ProductShare(
    UUID productId,
    String product,
    UUID umkmId,
    String umkm,
    String kecamatanCode,
    String kecamatan,
    Optional<Long> views,
    Optional<Long> interactions) {}
