package id.gaung.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A version of a campaign's brief.
 *
 * @param number 1, 2, 3…
 * @param sections texts by {@link BriefSection#key()}
 * @param sha256 over the canonical text, in hexadecimal
 * @param bound approved: never rewritten
 * @param createdBy who wrote it last
 */
public record BriefVersion(
    UUID id,
    UUID campaignId,
    int number,
    Map<String, String> sections,
    String sha256,
    boolean bound,
    UUID createdBy,
    Instant createdAt) {}
