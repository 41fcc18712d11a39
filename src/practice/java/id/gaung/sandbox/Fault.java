package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that is switched on.
 *
 * @param accountId the one account it touches; empty for all of the network
 * @param remaining how often it will still strike; empty until it is switched off
 * @param draws how often it could have struck
 * @param struck how often it did
 */
public record Fault(
    long id,
    Network network,
    Optional<Long> accountId,
    FaultKind kind,
    FaultScope scope,
    long amount,
    Optional<Integer> remaining,
    double probability,
    long draws,
    long struck,
    Instant createdAt) {

  Duration millis() {
    return Duration.ofMillis(amount);
  }
}
