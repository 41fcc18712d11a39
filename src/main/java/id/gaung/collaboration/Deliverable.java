package id.gaung.collaboration;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One piece of content that a creator owes, as it is stored.
 *
 * @param number 1, 2, 3… within the offer
 * @param round of the newest draft; 0 before the first
 */
public record Deliverable(
    UUID id,
    UUID offerId,
    UUID campaignId,
    UUID creatorId,
    int number,
    String title,
    LocalDate dueOn,
    DeliverableState state,
    int round,
    int version) {}
