package id.gaung.collaboration;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A deliverable with whose it is, for lists and for other features.
 *
 * @param ended whether its campaign is over, so that it can no longer go out
 */
public record DeliverableView(
    UUID id,
    UUID offerId,
    UUID campaignId,
    String campaignName,
    boolean ended,
    UUID creatorId,
    String creatorName,
    String title,
    LocalDate dueOn,
    DeliverableFormat format,
    DeliverableState state,
    int round,
    int version) {}
