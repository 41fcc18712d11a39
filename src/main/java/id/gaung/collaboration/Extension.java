package id.gaung.collaboration;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * More time to respond.
 *
 * @param respondBy in WITA, later than before
 */
public record Extension(@NotNull LocalDateTime respondBy, Optional<@NotNull Integer> version) {}
