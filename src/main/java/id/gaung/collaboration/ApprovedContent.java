package id.gaung.collaboration;

import java.util.Optional;
import java.util.UUID;

/**
 * What may be published.
 *
 * @param altText describes the photo; empty without one
 */
public record ApprovedContent(
    UUID deliverableId, UUID campaignId, String caption, Optional<UUID> photoId, String altText) {}
