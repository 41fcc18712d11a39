package id.gaung.sandbox;

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

  /** The app registered with practice Instagram, whose apps are made by hand on the real one. */
  public static final String INSTAGRAM_CLIENT_ID = "practice-app";

  public static final String INSTAGRAM_CLIENT_SECRET = "practice-app-secret";

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
   * Makes the usual accounts and Instagram's app; those that exist stay as they are. The accounts
   * are as old as their story, so that their followers grow while it is told.
   */
  public void ensureUsual() {
    Instant since = clock.instant().minus(USUAL_AGE);
    ensure(
        PracticeNetwork.BLUESKY, "gaung-balikpapan.practice.test", "Gaung Balikpapan", 1150, since);
    ensure(PracticeNetwork.BLUESKY, "umkm-manggar.practice.test", "UMKM Manggar", 820, since);
    ensure(PracticeNetwork.MASTODON, "gaung_balikpapan", "Gaung Balikpapan", 940, since);
    ensure(PracticeNetwork.MASTODON, "umkm_manggar", "UMKM Manggar", 805, since);
    ensure(PracticeNetwork.INSTAGRAM, "gaung.balikpapan", "Gaung Balikpapan", 11600, since);
    ensure(PracticeNetwork.INSTAGRAM, "umkm.manggar", "UMKM Manggar", 3400, since);
    ensureInstagramApp(INSTAGRAM_CLIENT_ID, INSTAGRAM_CLIENT_SECRET);
  }

  /**
   * Makes an account unless the handle is taken; its password is {@link #PASSWORD}.
   *
   * @param handle Bluesky: a domain name; Mastodon: letters, digits and underscores; Instagram:
   *     letters, digits, dots and underscores
   */
  public PracticeAccount ensure(
      PracticeNetwork network, String handle, String displayName, int followers) {
    return ensure(network, handle, displayName, followers, clock.instant());
  }

  private PracticeAccount ensure(
      PracticeNetwork network, String handle, String displayName, int followers, Instant since) {
    String name = handle.toLowerCase(Locale.ROOT);
    accounts.create(
        network, name, remoteId(network, name), displayName, PASSWORD, followers, since);
    return accounts.findByHandle(network, name).orElseThrow();
  }

  /** Registers an app with practice Instagram unless the id is taken; any redirect is allowed. */
  public void ensureInstagramApp(String clientId, String clientSecret) {
    apps.create(
        PracticeNetwork.INSTAGRAM,
        "Gaung",
        clientId,
        clientSecret,
        "",
        InstagramSignIn.ALL_SCOPES,
        clock.instant());
  }

  public List<PracticeAccount> list(PracticeNetwork network) {
    return accounts.list(network);
  }

  /** The same name always gets the same id, so that a practice network made anew is the old one. */
  private static String remoteId(PracticeNetwork network, String handle) {
    long number = Chance.number("account", network, handle) >>> 1;
    return switch (network) {
      case BLUESKY -> "did:plc:" + Base32.write(Chance.digest("did|" + handle)).substring(0, 24);
      case MASTODON -> "1090" + String.format(Locale.ROOT, "%014d", number % 100_000_000_000_000L);
      case INSTAGRAM -> "17841" + String.format(Locale.ROOT, "%012d", number % 1_000_000_000_000L);
    };
  }
}
