package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Practice Bluesky. */
public final class BlueskyServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("BLUESKY");

  private static final String OFFICE = "gaung-balikpapan.practice.test";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    String own = root.toString();
    return Map.of("server", own, "web", own, "video", own, "open", own);
  }

  @Override
  public Map<String, String> connecting(URI root) {
    return Map.of(
        "server", root.toString(), "handle", OFFICE, "appPassword", SandboxAccounts.PASSWORD);
  }

  @Override
  public Optional<String> chosen() {
    return Optional.empty();
  }

  @Override
  NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    return new BlueskyProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/profile/{account}", "/profile/{account}/post/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.30, 0.050, 0.008, 0.012, 0.002, 0.003, Duration.ofHours(7));
  }

  @Override
  boolean showsViews() {
    return false;
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String key = PracticeTid.at(now, number);
    ObjectNode record =
        PracticeJson.object()
            .put("$type", BlueskyRepo.POSTS)
            .put("text", text)
            .put("createdAt", now.toString());
    return new NewPost(
        account.id(),
        BlueskyWrites.uri(account, key),
        key,
        key,
        text,
        PracticeJson.write(record),
        Cid.ofRecord(record),
        "",
        now,
        now);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(
        FaultKind.CONTAINER_ERROR,
        FaultKind.SLOW_MEDIA,
        FaultKind.HIDDEN_FROM_OTHERS,
        FaultKind.TEXT_REFUSED);
  }

  @Override
  String remoteId(String handle, long number) {
    return "did:plc:" + Base32.write(Chance.digest("did|" + handle)).substring(0, 24);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 1150, since);
    accounts.ensure(NETWORK, "umkm-manggar.practice.test", "UMKM Manggar", 820, since);
  }
}
