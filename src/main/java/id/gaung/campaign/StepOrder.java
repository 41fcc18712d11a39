package id.gaung.campaign;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What goes with a step.
 *
 * @param reason compulsory for some steps
 * @param version of the campaign that was read; refused when it changed since. Whoever comes by a
 *     door must name it; without it the newest is meant
 */
public record StepOrder(
    @Size(max = 1000) String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

  public static StepOrder none() {
    return new StepOrder("", Optional.empty());
  }

  public static StepOrder because(String reason) {
    return new StepOrder(reason, Optional.empty());
  }
}
