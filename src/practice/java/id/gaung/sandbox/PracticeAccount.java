package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;

/**
 * An account of a practice network. Its person does not exist.
 *
 * @param handle as people write it, without {@code @}
 * @param remoteId the network's own id: a DID, a numeric id
 * @param password the app password (Bluesky); public, as everything here is practice
 * @param followersAtStart followers when the account was made; the walk starts there
 * @param tokenEpoch access tokens of an earlier epoch count as expired (Bluesky)
 */
public record PracticeAccount(
    long id,
    Network network,
    String handle,
    String remoteId,
    String displayName,
    String password,
    int followersAtStart,
    int tokenEpoch,
    Instant createdAt) {

  @Override
  public String toString() {
    return "PracticeAccount[" + network + " " + handle + "]";
  }
}
