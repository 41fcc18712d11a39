package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Practice YouTube: its accounts are channels. */
public final class YouTubeServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("YOUTUBE");

  static final String CLIENT_ID = "practice-yt-client";

  /** Reads what anybody may read; not a secret. */
  static final String API_KEY = "practice-yt-key";

  private static final String CLIENT_SECRET = "practice-yt-client-secret";
  private static final String OFFICE = "gaungbalikpapan";

  @Override
  public Network network() {
    return NETWORK;
  }

  /** Without the key: what accounts without a login count is typed, as on the first day. */
  @Override
  public Map<String, String> settings(URI root) {
    String server = root.toString();
    return Map.of(
        "clientId", CLIENT_ID,
        "clientSecret", CLIENT_SECRET,
        "auth", server,
        "token", server,
        "api", server,
        "upload", server,
        "web", server);
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
    return new YouTubeProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/@{account}", "/shorts/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.30, 0.040, 0.005, 0.0, 0.0, 0.0, Duration.ofHours(40));
  }

  @Override
  boolean showsViews() {
    return true;
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String id = Ticket.next().substring(0, 11);
    String said =
        PracticeJson.write(PracticeJson.object().put("title", text.lines().findFirst().orElse("")));
    return new NewPost(account.id(), id, id, "", text, said, "", "", now, now);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(
        FaultKind.CONTAINER_ERROR,
        FaultKind.SLOW_MEDIA,
        FaultKind.UPLOAD_LOST,
        FaultKind.QUOTA_USED);
  }

  /** Nothing is told of limits before they are reached. */
  @Override
  Set<FaultKind> missingFaults() {
    return Set.of(FaultKind.LIMIT_USED, FaultKind.LIMIT_NONSENSE);
  }

  @Override
  String remoteId(String handle, long number) {
    byte[] sixteen = ByteBuffer.allocate(16).putLong(number).putLong(handle.hashCode()).array();
    return "UC" + Base64.getUrlEncoder().withoutPadding().encodeToString(sixteen);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 6400, since);
    accounts.ensure(NETWORK, "umkmmanggar", "UMKM Manggar", 1150, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, YouTubeSignIn.ALL_SCOPES);
  }
}
