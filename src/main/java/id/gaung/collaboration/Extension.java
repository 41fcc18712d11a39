package id.gaung.collaboration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * More time to respond.
 *
 * @param respondBy in WITA, later than before
 */
public record Extension(
    @NotNull LocalDateTime respondBy,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {}
