package id.gaung.collaboration;

import java.util.UUID;

/**
 * What waits for the creators of one campaign.
 *
 * @param offers to be answered
 * @param drafts to be sent for the first time
 * @param changes drafts to be sent again, as asked
 */
public record CreatorsTurn(UUID campaignId, long offers, long drafts, long changes) {}
