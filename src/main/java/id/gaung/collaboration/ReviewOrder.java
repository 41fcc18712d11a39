package id.gaung.collaboration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What goes with an approval or a cancellation.
 *
 * @param reason compulsory for a cancellation
 * @param version of the deliverable that was read; refused when it changed since. Whoever comes by
 *     a door must name it; without it the newest is meant
 */
public record ReviewOrder(
    @Size(max = 2000) String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

  public static ReviewOrder plain() {
    return new ReviewOrder("", Optional.empty());
  }
}
