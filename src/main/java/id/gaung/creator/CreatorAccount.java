package id.gaung.creator;

import id.gaung.kernel.Network;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An account of a creator on a network.
 *
 * @param handle the account's name there, without {@code @}
 * @param place its order among those of the creator, from 1
 * @param followers empty if nobody said how many, which is not none
 * @param followersOn the day on which they were so many, WITA; there with the number
 * @param followersSource who said so; there with the number
 */
public record CreatorAccount(
    UUID creatorId,
    Network network,
    String handle,
    int place,
    Optional<Long> followers,
    Optional<LocalDate> followersOn,
    Optional<FollowerSource> followersSource) {

  /** Where a number of followers comes from. */
  public enum FollowerSource {
    /** Staff looked at the account and typed what it shows. */
    STAFF,
    /** The creator said so. */
    CREATOR,
    /** Gaung read it from the network. */
    READ
  }

  /** As people write it. */
  public String shown() {
    return network.shown(handle);
  }
}
