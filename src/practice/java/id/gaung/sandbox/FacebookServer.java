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

/** Practice Facebook: its accounts are Pages. */
public final class FacebookServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("FACEBOOK");

  /** A Page on which everybody has a role, but none that may publish. */
  static final String CLOSED = "arsip.balikpapan";

  static final String OFFICE = "gaung.balikpapan";
  static final String SECOND = "umkm.manggar";

  /** Apps are made by hand on the real one. */
  static final String CLIENT_ID = "practice-fb-app";

  private static final String CLIENT_SECRET = "practice-fb-app-secret";

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
        "graph", server,
        "upload", server);
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
    return new FacebookProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}/", "/{account}/posts/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.12, 0.030, 0.004, 0.006, 0.0, 0.0, Duration.ofHours(26));
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
    return "10" + String.format(Locale.ROOT, "%013d", number % 10_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 18200, since);
    accounts.ensure(NETWORK, SECOND, "UMKM Manggar", 2900, since);
    accounts.ensure(NETWORK, CLOSED, "Arsip Kota Balikpapan", 700, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, FacebookSignIn.ALL_SCOPES);
  }
}
