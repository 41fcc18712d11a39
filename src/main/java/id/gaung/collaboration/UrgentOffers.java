package id.gaung.collaboration;

import java.util.UUID;

/** The offers of one campaign that staff should look after. */
public record UrgentOffers(UUID campaignId, long dueSoon, long expired) {}
