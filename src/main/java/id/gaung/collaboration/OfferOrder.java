package id.gaung.collaboration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What goes with a step of an offer.
 *
 * @param version of the offer that was read; refused when it changed since. Whoever comes by a door
 *     must name it; without it the newest is meant
 */
public record OfferOrder(
    @Size(max = 1000) String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

  public static OfferOrder plain() {
    return new OfferOrder("", Optional.empty());
  }
}
