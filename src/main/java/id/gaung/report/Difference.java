package id.gaung.report;

import java.util.Optional;
import java.util.UUID;

/**
 * One number that a revision changed.
 *
 * @param renditionId the post; empty for a number of the whole week
 * @param field what of it, such as {@code growth}
 * @param before empty if there was no number
 * @param after empty if there is none any more
 */
public record Difference(
    Optional<UUID> renditionId,
    Optional<Measure> measure,
    String field,
    Optional<String> before,
    Optional<String> after) {}
