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

/** Practice Instagram. */
public final class InstagramServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("INSTAGRAM");

  /** Apps are made by hand on the real one. */
  private static final String CLIENT_ID = "practice-app";

  private static final String CLIENT_SECRET = "practice-app-secret";
  private static final String OFFICE = "gaung.balikpapan";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    String server = root.toString();
    return Map.of(
        "appId", CLIENT_ID,
        "appSecret", CLIENT_SECRET,
        "web", server,
        "api", server,
        "graph", server);
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
    return new InstagramProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}/", "/p/{post}/");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(
        0.32, 0.060, 0.006, 0.008, 0.001, 0.010, Duration.ofHours(20));
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(FaultKind.CONTAINER_ERROR, FaultKind.SLOW_MEDIA);
  }

  @Override
  String remoteId(String handle, long number) {
    return "17841" + String.format(Locale.ROOT, "%012d", number % 1_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 11600, since);
    accounts.ensure(NETWORK, "umkm.manggar", "UMKM Manggar", 3400, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, InstagramSignIn.ALL_SCOPES);
  }
}
