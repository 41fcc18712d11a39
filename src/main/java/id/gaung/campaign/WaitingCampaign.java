package id.gaung.campaign;

import java.util.UUID;

/**
 * A campaign that waits for somebody.
 *
 * @param total how many wait for the same reason, those beyond the list's limit included
 */
public record WaitingCampaign(UUID id, String name, long total) {}
