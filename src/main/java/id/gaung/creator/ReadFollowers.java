package id.gaung.creator;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How many followed a creator's account when Gaung read that from its network; what people typed is
 * another number and stays as it is.
 *
 * @param handle in small letters
 * @param value empty if its owner hides it
 */
public record ReadFollowers(
    UUID creatorId, Network network, String handle, Optional<Long> value, Instant observedAt) {

  boolean isOf(CreatorAccount account) {
    return network.equals(account.network())
        && handle.equals(account.handle().toLowerCase(Locale.ROOT));
  }
}
