package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** The accounts of the practice networks. Their people and offices do not exist. */
public final class SandboxAccounts {

  /** The app password of every practice account; not a secret. */
  public static final String PASSWORD = "practice-only";

  /** Longer than the story that is told of them. */
  private static final Duration USUAL_AGE = Duration.ofDays(90);

  private final AccountDao accounts;
  private final AppDao apps;
  private final Clock clock;

  public SandboxAccounts(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    apps = jdbi.onDemand(AppDao.class);
  }

  /**
   * Makes the usual accounts and apps; those that exist stay as they are. The accounts are as old
   * as their story, so that their followers grow while it is told.
   */
  public void ensureUsual() {
    Instant since = clock.instant().minus(USUAL_AGE);
    PracticeServer.all().forEach(server -> server.ensureUsual(this, since));
  }

  /**
   * Makes an account unless the handle is taken; its password is {@link #PASSWORD}.
   *
   * @param handle as accounts are called there; of a server's own accounts without the server
   */
  public PracticeAccount ensure(Network network, String handle, String displayName, int followers) {
    return ensure(network, handle, displayName, followers, clock.instant());
  }

  PracticeAccount ensure(
      Network network, String handle, String displayName, int followers, Instant since) {
    String name = handle.toLowerCase(Locale.ROOT);
    accounts.create(
        network, name, remoteId(network, name), displayName, PASSWORD, followers, since);
    return accounts.findByHandle(network, name).orElseThrow();
  }

  /** Registers an app unless the id is taken; any redirect is allowed. */
  void ensureApp(Network network, String clientId, String clientSecret, String scopes) {
    apps.create(network, "Gaung", clientId, clientSecret, "", scopes, clock.instant());
  }

  public List<PracticeAccount> list(Network network) {
    return accounts.list(network);
  }

  /** The same name always gets the same id, so that a practice network made anew is the old one. */
  private static String remoteId(Network network, String handle) {
    long number = Chance.number("account", network, handle) >>> 1;
    return PracticeServer.of(network).remoteId(handle, number);
  }
}
