package id.gaung.sandbox;

import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/**
 * Switches faults of the practice networks on and off while they run. The switches are rows, so
 * they outlive a restart and reach servers started by another node. Thread-safe.
 */
public final class SandboxFaults {

  private static final Duration QUIET = Duration.ofSeconds(1);

  /** How often this process has switched something on, for all instances. */
  private static final AtomicLong SWITCHED = new AtomicLong();

  /** Nothing was on when it was asked. */
  private record Quiet(long switched, Instant at) {

    /** A clock that was set back ends it, too. */
    boolean holds(long switchedNow, Instant now) {
      return switched == switchedNow && !now.isBefore(at) && now.isBefore(at.plus(QUIET));
    }
  }

  private final Map<Network, Quiet> quiet = new ConcurrentHashMap<>();
  private final FaultDao faults;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final TokenDao tokens;
  private final Jdbi jdbi;
  private final Clock clock;

  public SandboxFaults(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    faults = jdbi.onDemand(FaultDao.class);
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    tokens = jdbi.onDemand(TokenDao.class);
  }

  /**
   * Switches a fault on.
   *
   * @return its id, for {@link #switchOff}
   * @throws Problem if the network has no such account
   */
  public long switchOn(NewFault fault) {
    long id =
        faults.create(
            fault.network(),
            fault.handle().map(handle -> account(fault.network(), handle).id()),
            fault.kind(),
            fault.scope(),
            fault.amount(),
            fault.times(),
            fault.probability(),
            clock.instant());
    // Afterwards: whoever asked before it was there must not be believed for longer.
    SWITCHED.incrementAndGet();
    return id;
  }

  /** Does nothing if it is off already. */
  public void switchOff(long id) {
    faults.remove(id);
  }

  public void switchOffAll(Network network) {
    faults.removeAll(network);
  }

  /** What is switched on and not spent, oldest first. */
  public List<Fault> list() {
    return faults.listActive();
  }

  /**
   * Deletes a post on the network's side, as its owner or a moderator would.
   *
   * @return false if there was none
   */
  public boolean deletePost(Network network, String remoteId) {
    return posts
        .find(network, remoteId, clock.instant())
        .map(post -> posts.delete(post.id(), clock.instant()) == 1)
        .orElse(false);
  }

  /**
   * Ends the access tokens an account has given out: on Bluesky a refresh helps, on Mastodon and
   * Instagram a person must connect again.
   *
   * @throws Problem if the network has no such account
   */
  public void expireTokens(Network network, String handle) {
    long id = account(network, handle).id();
    jdbi.useTransaction(
        transaction -> {
          accounts.nextTokenEpoch(id);
          tokens.revokeAccess(id, clock.instant());
        });
  }

  /**
   * Whether anything is switched on: spares the usual call all further questions. What this process
   * switches on counts at once, what another does within a second.
   */
  boolean any(Network network) {
    long switched = SWITCHED.get();
    Instant now = clock.instant();
    Optional<Quiet> before = Optional.ofNullable(quiet.get(network));
    if (before.filter(asked -> asked.holds(switched, now)).isPresent()) {
      return false;
    }
    boolean any = faults.anyActive(network);
    if (!any) {
      quiet.put(network, new Quiet(switched, now));
    }
    return any;
  }

  /** The first fault of the kind that strikes now; it is counted as struck. */
  Optional<Fault> strike(
      FaultKind kind, Network network, Optional<Long> accountId, Purpose purpose) {
    return faults.active(network, accountId).stream()
        .filter(fault -> fault.kind() == kind && fault.scope().covers(purpose))
        .filter(this::hits)
        .findFirst();
  }

  private boolean hits(Fault fault) {
    if (fault.probability() < 1) {
      long draw = faults.draw(fault.id());
      if (Chance.of("fault", fault.id(), draw) >= fault.probability()) {
        return false;
      }
    }
    return faults.strike(fault.id()) == 1;
  }

  private PracticeAccount account(Network network, String handle) {
    return accounts
        .findByHandle(network, handle)
        .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "problem.not-found"));
  }
}
