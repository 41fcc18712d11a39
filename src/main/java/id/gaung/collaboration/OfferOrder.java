package id.gaung.collaboration;

import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What goes with a step of an offer.
 *
 * @param version of the offer that was read; if given, the step is refused when it changed since
 */
public record OfferOrder(@Size(max = 1000) String reason, Optional<Integer> version) {

  public static OfferOrder plain() {
    return new OfferOrder("", Optional.empty());
  }
}
