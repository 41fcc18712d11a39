package id.gaung.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task that waits.
 *
 * @param dueAt of its account that is due first
 * @param accounts on which it is not out yet
 * @param reason why its person cannot, if they said so
 */
public record WaitingTask(
    UUID id, UUID postId, UUID personId, Instant dueAt, long accounts, Optional<String> reason) {}
