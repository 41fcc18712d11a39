package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Practice Telegram: channels, all with the same two bots as their administrators. */
public final class TelegramServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("TELEGRAM");

  /** The bot's number, and its token; not a secret. */
  static final long BOT = 8_000_000_001L;

  static final String TOKEN = BOT + ":" + SandboxAccounts.PASSWORD;

  /** Of the bot that may not publish, but is told what the other one does. */
  static final long WATCHER = 8_000_000_002L;

  static final String WATCHER_TOKEN = WATCHER + ":" + SandboxAccounts.PASSWORD;

  private static final String OFFICE = "gaung_balikpapan";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    return Map.of("server", root.toString(), "web", root.toString());
  }

  @Override
  public Map<String, String> connecting(URI root) {
    return Map.of("token", TOKEN, "channel", OFFICE, "watcher", WATCHER_TOKEN);
  }

  @Override
  public Optional<String> chosen() {
    return Optional.empty();
  }

  @Override
  NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    return new TelegramProtocol(config, jdbi, clock);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}", "/{account}/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.40, 0.030, 0.004, 0.010, 0.001, 0.002, Duration.ofHours(8));
  }

  /** To people in its app; not to programs. */
  @Override
  boolean showsViews() {
    return false;
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of();
  }

  /** Programs are shown neither posts nor counts, and told of no limit before it is reached. */
  @Override
  Set<FaultKind> missingFaults() {
    return Set.of(
        FaultKind.INDEX_LAG,
        FaultKind.COUNTS_LATE,
        FaultKind.COUNTS_NEGATIVE,
        FaultKind.LIMIT_USED,
        FaultKind.LIMIT_NONSENSE);
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String id = Long.toString(number);
    return new NewPost(account.id(), id, id, "", text, "{}", "", "", now, now);
  }

  @Override
  String remoteId(String handle, long number) {
    return "-100" + (1_000_000_000L + number % 9_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 1310, since);
    accounts.ensure(NETWORK, "umkm_manggar", "UMKM Manggar", 760, since);
  }
}
