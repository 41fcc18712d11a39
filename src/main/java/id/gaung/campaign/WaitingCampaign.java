package id.gaung.campaign;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A campaign that waits for somebody.
 *
 * @param since when it was last changed
 * @param productId one of those it is about
 * @param total how many wait for the same reason, those beyond the list's limit included
 */
public record WaitingCampaign(
    UUID id, String name, Instant since, Rupiah budget, Optional<UUID> productId, long total) {}
