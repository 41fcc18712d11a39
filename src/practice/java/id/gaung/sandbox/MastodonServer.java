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

/** Practice Mastodon. */
public final class MastodonServer extends PracticeServer {

  static final Network NETWORK = Network.valueOf("MASTODON");

  private static final String OFFICE = "gaung_balikpapan";

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Map<String, String> settings(URI root) {
    return Map.of();
  }

  @Override
  public Map<String, String> connecting(URI root) {
    return Map.of("server", root.toString());
  }

  @Override
  public Optional<String> chosen() {
    return Optional.of(OFFICE);
  }

  @Override
  NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root) {
    return new MastodonProtocol(config, jdbi, clock, root);
  }

  @Override
  PublicRoutes routes() {
    return new PublicRoutes("/@{account}", "/@{account}/{post}");
  }

  @Override
  EngagementModel.Habits habits() {
    return new EngagementModel.Habits(0.25, 0.045, 0.007, 0.020, 0.002, 0.004, Duration.ofHours(9));
  }

  @Override
  boolean showsViews() {
    return false;
  }

  @Override
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String id = Long.toString(now.toEpochMilli() << 16 | (number & 0xffff));
    String said = PracticeJson.write(PracticeJson.object().put("visibility", "public"));
    return new NewPost(account.id(), id, id, "", text, said, "", "", now, now);
  }

  @Override
  Set<FaultKind> ownFaults() {
    return Set.of(
        FaultKind.CONTAINER_ERROR,
        FaultKind.SLOW_MEDIA,
        FaultKind.KEY_IGNORED,
        FaultKind.REPEAT_500,
        FaultKind.BOOST_WRAPPERS,
        FaultKind.NEW_IDS,
        FaultKind.TEXTS_REWRITTEN,
        FaultKind.OTHER_PAGES,
        FaultKind.CLOCK_BEHIND);
  }

  @Override
  String remoteId(String handle, long number) {
    return "1090" + String.format(Locale.ROOT, "%014d", number % 100_000_000_000_000L);
  }

  @Override
  void ensureUsual(SandboxAccounts accounts, Instant since) {
    accounts.ensure(NETWORK, OFFICE, "Gaung Balikpapan", 940, since);
    accounts.ensure(NETWORK, "umkm_manggar", "UMKM Manggar", 805, since);
  }
}
