package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Practice X. */
public final class XServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("X");

  /** Apps are made by hand on the real one. */
  static final String CLIENT_ID = "practice-x-app";

  static final String CLIENT_SECRET = "practice-x-secret";

  static final String ALL_SCOPES =
      "tweet.read tweet.write tweet.moderate.write users.read media.write offline.access";

  private static final String OFFICE = "gaung_bpp";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    String server = root.toString();
    return Map.of(
        "clientId", CLIENT_ID, "clientSecret", CLIENT_SECRET, "web", server, "api", server);
  }

  @Override
  public Map<String, String> connecting(URI root) {
    return Map.of();
  }

  @Override
  public Optional<String> chosen() {
    return Optional.of(OFFICE);
  }

  @Override
  NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    return new XProtocol(config, jdbi, clock);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}", "/{account}/status/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.18, 0.022, 0.004, 0.005, 0.001, 0.003, Duration.ofHours(5));
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(
        FaultKind.CONTAINER_ERROR, FaultKind.SLOW_MEDIA, FaultKind.OLD_NAMES, FaultKind.NO_CREDITS);
  }

  @Override
  String remoteId(String handle, long number) {
    return "14" + String.format(Locale.ROOT, "%016d", number % 10_000_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 2600, since);
    accounts.ensure(NETWORK, "umkm_manggar", "UMKM Manggar", 640, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, ALL_SCOPES);
  }
}
