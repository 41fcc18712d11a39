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

/** Practice TikTok: drafts go to an inbox, and their account's person ends them on its page. */
public final class TikTokServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("TIKTOK");

  /** Apps are made by hand on the real one. */
  static final String CLIENT_KEY = "practice-tt-app";

  private static final String CLIENT_SECRET = "practice-tt-app-secret";
  private static final String OFFICE = "gaung.balikpapan";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    String server = root.toString();
    return Map.of(
        "clientKey", CLIENT_KEY,
        "clientSecret", CLIENT_SECRET,
        "web", server,
        "api", server,
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
    return new TikTokProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/@{account}", "/@{account}/video/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.65, 0.055, 0.005, 0.009, 0.0, 0.012, Duration.ofHours(20));
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  Optional<PracticePost> endDraft(Jdbi jdbi, Clock clock, PracticeAccount account, String text) {
    return new TikTokInbox(jdbi, clock, new PublicPages(NETWORK, jdbi, clock))
        .endNewest(account, text);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(FaultKind.CONTAINER_ERROR, FaultKind.SLOW_MEDIA);
  }

  /** What people end in the app is in no index of ours, and no header tells of limits. */
  @Override
  Set<FaultKind> missingFaults() {
    return Set.of(FaultKind.INDEX_LAG, FaultKind.LIMIT_USED, FaultKind.LIMIT_NONSENSE);
  }

  @Override
  String remoteId(String handle, long number) {
    return "-000" + String.format(Locale.ROOT, "%032x", number);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 5400, since);
    accounts.ensure(NETWORK, "umkm.manggar", "UMKM Manggar", 1650, since);
    accounts.ensureApp(NETWORK, CLIENT_KEY, CLIENT_SECRET, TikTokSignIn.ALL_SCOPES);
  }
}
