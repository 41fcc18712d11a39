package id.gaung.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether anything may go out at all, and who said so. */
public record SwitchState(
    boolean stopped,
    Optional<String> reason,
    Optional<UUID> changedBy,
    Optional<Instant> changedAt) {}
