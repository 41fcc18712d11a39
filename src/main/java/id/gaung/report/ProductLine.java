package id.gaung.report;

import java.util.Optional;
import java.util.UUID;

/**
 * What the week brought for one product; the line without one holds the posts that show none, so
 * that the lines add up to the week.
 *
 * @param published accounts on which the week's posts show it; posts are counted by {@link
 *     PostsOut}
 * @param measured all measured accounts whose posts show it
 * @param views its shares of the growth; empty if no post of it has that number
 */
public record ProductLine(
    Optional<UUID> productId,
    String product,
    Optional<UUID> umkmId,
    String umkm,
    String kecamatan,
    int published,
    int measured,
    Optional<Long> views,
    Optional<Long> interactions) {}
