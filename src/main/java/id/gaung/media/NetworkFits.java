package id.gaung.media;

import java.util.Optional;
import java.util.UUID;

/** What a network's pictures must be, told by whoever knows the networks. */
@FunctionalInterface
public interface NetworkFits {
  /**
   * @param network as it stands in addresses
   * @param channel whose own limits count; any connected one if it is empty
   * @return empty if there is no such network or account
   */
  Optional<Fit> of(String network, Optional<UUID> channel);
}
