package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault to be switched on.
 *
 * @param handle the account it touches; empty for every account of the network
 * @param amount milliseconds or seconds, see {@link FaultKind}; zero where it means nothing
 * @param times how often it strikes before it is spent; empty until it is switched off
 * @param probability that it strikes when it could, above 0 and at most 1
 */
public record NewFault(
    Network network,
    FaultKind kind,
    FaultScope scope,
    Optional<String> handle,
    long amount,
    Optional<Integer> times,
    double probability) {

  public NewFault {
    if (amount < 0 || !(probability > 0 && probability <= 1) || times.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "amount must not be negative, probability in (0, 1], times at least 1");
    }
  }

  /** Every time, every account, every call, until switched off. */
  public static NewFault of(Network network, FaultKind kind) {
    return new NewFault(
        network, kind, FaultScope.EVERY_CALL, Optional.empty(), 0, Optional.empty(), 1);
  }

  public static NewFault slow(Network network, Duration delay) {
    return of(network, FaultKind.SLOW).amount(delay.toMillis());
  }

  public NewFault amount(long newAmount) {
    return new NewFault(network, kind, scope, handle, newAmount, times, probability);
  }

  public NewFault times(int newTimes) {
    return new NewFault(network, kind, scope, handle, amount, Optional.of(newTimes), probability);
  }

  public NewFault probability(double newProbability) {
    return new NewFault(network, kind, scope, handle, amount, times, newProbability);
  }

  public NewFault on(FaultScope newScope) {
    return new NewFault(network, kind, newScope, handle, amount, times, probability);
  }

  public NewFault account(String newHandle) {
    return new NewFault(network, kind, scope, Optional.of(newHandle), amount, times, probability);
  }
}
