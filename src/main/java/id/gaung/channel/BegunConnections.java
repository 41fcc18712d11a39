package id.gaung.channel;

import id.gaung.channel.ChannelDao.ConnectingRow;
import id.gaung.channel.Vault.SecretTexts;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Connections that wait for their person: at the network to agree, or before accounts to choose
 * from. Each has a state, which works once, for the person who began, for a quarter of an hour.
 */
final class BegunConnections {

  /** How long a person may take. */
  private static final Duration PENDING = Duration.ofMinutes(15);

  /** What a person is to do: the state of the one is of no use for the other. */
  enum Step {
    AGREE,
    CHOOSE;

    private String hash(String state) {
      return ConnectState.hash(this == CHOOSE ? "choose " + state : state);
    }
  }

  /**
   * What was begun.
   *
   * @param pending opened; secret
   * @param until when it is too late
   */
  record Begun(String label, Map<String, String> pending, Instant until) {
    @Override
    public String toString() {
      return "Begun[" + label + "]";
    }
  }

  private final ChannelDao dao;
  private final SecretTexts secrets;
  private final Clock clock;

  BegunConnections(ChannelDao dao, SecretTexts secrets, Clock clock) {
    this.dao = dao;
    this.secrets = secrets;
    this.clock = clock;
  }

  void remember(
      Actor by,
      Network network,
      Step step,
      String state,
      String label,
      Map<String, String> pending) {
    Instant now = clock.instant();
    dao.forgetExpired(now);
    keep(by, network, step, state, new Begun(label, pending, now.plus(PENDING)));
  }

  /** Again, after it was taken in vain: it ends as before. */
  void keep(Actor by, Network network, Step step, String state, Begun begun) {
    String hash = step.hash(state);
    dao.begin(
        new ConnectingRow(
            hash,
            network,
            by.id().orElseThrow(),
            secrets.seal(begun.pending(), hash),
            begun.label(),
            begun.until()));
  }

  /** It works no second time. */
  Begun take(Actor by, Network network, Step step, String state) {
    return opened(by, network, dao.take(step.hash(state)));
  }

  /** It works on. */
  Begun look(Actor by, Network network, Step step, String state) {
    return opened(by, network, dao.begun(step.hash(state)));
  }

  private Begun opened(Actor by, Network network, Optional<ConnectingRow> row) {
    Instant now = clock.instant();
    return row.filter(b -> b.network().equals(network) && by.isPerson(b.personId()))
        .filter(b -> now.isBefore(b.expiresAt()))
        .map(
            b ->
                new Begun(b.label(), secrets.open(b.sealedPending(), b.stateHash()), b.expiresAt()))
        .orElseThrow(() -> Problem.conflict("channel.refused.state", network.label()));
  }
}
