package id.gaung.sandbox;

import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * A fault as it is asked for on the page.
 *
 * @param target a network's name, or one account of it, {@code NETWORK/handle}
 * @param amount milliseconds, or seconds, see {@link FaultKind}
 * @param times empty until it is switched off
 * @param percent how often of a hundred times it strikes; empty for always
 */
public record FaultOrder(
    @NotBlank String target,
    @NotNull FaultKind kind,
    @NotNull FaultScope scope,
    Optional<@Min(0) @Max(600_000) Long> amount,
    Optional<@Min(1) @Max(1_000_000) Integer> times,
    Optional<@Min(1) @Max(100) Integer> percent) {

  /** How an account is named as a target. */
  static String target(PracticeAccount account) {
    return account.network() + "/" + account.handle();
  }

  /**
   * @throws Problem if there is no such network, it has no such fault, or the kind needs an amount
   */
  NewFault fault() {
    Network network = network(target).orElseThrow(() -> Problem.invalid("target", "field.choice"));
    if (!kind.fits(network)) {
      throw Problem.invalid("kind", "sandbox.fault.unfit", network.label());
    }
    if (kind.needsAmount() && amount.orElse(0L) == 0) {
      throw Problem.invalid("amount", "sandbox.fault.amount-needed");
    }
    return new NewFault(
        network, kind, scope, handle(), amount.orElse(0L), times, percent.orElse(100) / 100.0);
  }

  /** The network that a target names, or whose account it names. */
  static Optional<Network> network(String target) {
    String name = target.contains("/") ? target.substring(0, target.indexOf('/')) : target;
    return PracticeServer.networks().stream()
        .filter(network -> network.name().equals(name))
        .findFirst();
  }

  private Optional<String> handle() {
    return target.contains("/")
        ? Optional.of(target.substring(target.indexOf('/') + 1))
        : Optional.empty();
  }
}
