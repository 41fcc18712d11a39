package id.gaung.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post that a person puts out by hand.
 *
 * @param personId whose it is now
 * @param refusedAt when the person said that they cannot; empty if they did not
 * @param reason why they cannot
 */
public record Task(
    UUID id,
    UUID postId,
    UUID personId,
    Instant openedAt,
    Optional<Instant> refusedAt,
    Optional<String> reason,
    int version) {}
