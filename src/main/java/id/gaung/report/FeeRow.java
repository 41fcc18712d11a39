package id.gaung.report;

import id.gaung.kernel.Rupiah;
import java.util.Optional;
import java.util.UUID;

/**
 * A deliverable of an accepted offer.
 *
 * @param postId the post made of it
 */
public record FeeRow(UUID offerId, Rupiah fee, UUID deliverableId, Optional<UUID> postId) {}
