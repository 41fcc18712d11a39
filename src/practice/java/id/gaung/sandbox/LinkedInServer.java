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

/** Practice LinkedIn: its accounts are pages. */
public final class LinkedInServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("LINKEDIN");

  /** A page on which everybody may write, but not read what posts count. */
  static final String CLOSED = "company/arsip-balikpapan";

  static final String OFFICE = "company/gaung-balikpapan";
  static final String SECOND = "company/umkm-manggar";

  /** Apps are made by hand on the real one. */
  static final String CLIENT_ID = "practice-li-app";

  private static final String CLIENT_SECRET = "practice-li-secret";

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
    return new LinkedInProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/{account}", "/feed/update/{post}/");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.14, 0.028, 0.003, 0.002, 0.0, 0.0, Duration.ofHours(30));
  }

  @Override
  boolean showsViews() {
    return false;
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String urn = "urn:li:share:" + (7_200_000_000_000_000_000L + number);
    String said = PracticeJson.write(PracticeJson.object().put("commentary", text));
    return new NewPost(account.id(), urn, urn, "", text, said, "", "", now, now);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(FaultKind.CONTAINER_ERROR, FaultKind.SLOW_MEDIA);
  }

  @Override
  String remoteId(String handle, long number) {
    return "10" + String.format(Locale.ROOT, "%07d", number % 10_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 1900, since);
    accounts.ensure(NETWORK, SECOND, "UMKM Manggar", 420, since);
    accounts.ensure(NETWORK, CLOSED, "Arsip Kota Balikpapan", 150, since);
    accounts.ensureApp(NETWORK, CLIENT_ID, CLIENT_SECRET, LinkedInSignIn.ALL_SCOPES);
  }
}
