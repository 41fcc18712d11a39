package id.gaung;

import id.gaung.kernel.Network;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxFaults;
import java.util.Arrays;
import java.util.List;

/** What goes wrong on the practice networks while Gaung is killed. */
final class CrashFaults {

  /** How often a call draws a fault. */
  private static final double OFTEN = 0.2;

  private CrashFaults() {}

  /** One answer in ten gets lost after the post was accepted. */
  static void loseAnswers(SandboxFaults faults) {
    for (Network network : PracticeServer.networks()) {
      faults.switchOn(
          NewFault.of(network, FaultKind.LOST_ANSWER).probability(0.1).on(FaultScope.PUBLISHING));
    }
  }

  /** Every call draws one of all kinds there are, one as likely as the other. */
  static void all(SandboxFaults faults) {
    for (Network network : PracticeServer.networks()) {
      List<FaultKind> kinds =
          Arrays.stream(FaultKind.values())
              .filter(kind -> kind.fits(network) && passes(kind, network))
              .toList();
      for (FaultKind kind : kinds) {
        faults.switchOn(
            NewFault.of(network, kind).amount(amount(kind)).probability(OFTEN / kinds.size()));
      }
    }
  }

  /**
   * What needs a person, who is not there: a token that is no longer valid elsewhere than on
   * Bluesky, and calls that nobody has paid for; nor a day's quota, which stops all until morning.
   */
  private static boolean passes(FaultKind kind, Network network) {
    return kind != FaultKind.NO_CREDITS
        && kind != FaultKind.QUOTA_USED
        && (kind != FaultKind.TOKEN_EXPIRED || network == Network.valueOf("BLUESKY"));
  }

  private static long amount(FaultKind kind) {
    return switch (kind) {
      case SLOW, SLOW_MEDIA, INDEX_LAG -> 2_000;
      case CLOCK_BEHIND -> 20_000;
      case RATE_LIMIT_429 -> 2;
      default -> 0;
    };
  }
}
