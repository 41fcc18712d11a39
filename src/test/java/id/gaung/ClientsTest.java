package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.GaungConfiguration.PracticeSettings;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.platform.Account;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.SandboxAccounts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ClientsTest {

  private static final URI CALLBACK = URI.create("https://gaung.test/callback");

  @Test
  void each_network_knows_where_its_posts_are_seen() {
    List<SocialPlatform> clients =
        Clients.of(PlatformSettings.DEFAULT, Clock.systemUTC()).platforms();
    assertThat(sites(clients, Nets.BLUESKY))
        .containsExactly("https://bsky.app", "https://own.example");
    assertThat(sites(clients, Nets.MASTODON)).containsExactly("https://own.example");
    assertThat(sites(clients, Nets.INSTAGRAM))
        .containsExactly("https://www.instagram.com", "https://instagram.com");
    assertThat(client(clients, Nets.BLUESKY).connectFields())
        .extracting(ConnectField::initial)
        .first()
        .isEqualTo("https://bsky.social");
  }

  @Test
  void practice_proposes_its_own_server_and_reaches_no_other() {
    try (TestDatabase database = TestDatabase.withPractice();
        Practice practice =
            new Practice(new PracticeSettings(0), JdbiSetup.on(database.dataSource()))) {
      practice.start();
      PlatformSettings settings = practice.platforms(PlatformSettings.DEFAULT);
      List<SocialPlatform> clients = Clients.ofListed(settings, practice.clock()).platforms();
      SocialPlatform bluesky = client(clients, Nets.BLUESKY);
      String proposed = bluesky.connectFields().get(0).initial();
      assertThat(proposed).isEqualTo(settings.of(NetworkModule.of(Nets.BLUESKY)).text("server"));
      assertThat(signIn(bluesky, proposed)).isInstanceOf(Connecting.Connected.class);
      assertThat(refusal(signIn(bluesky, "https://bsky.social")))
          .isEqualTo(Failure.Kind.SERVER_NOT_FOUND);
      SocialPlatform mastodon = client(clients, Nets.MASTODON);
      assertThat(
              refusal(
                  mastodon.connect(Map.of("server", "https://mastodon.social"), CALLBACK, "state")))
          .isEqualTo(Failure.Kind.SERVER_NOT_FOUND);
    }
  }

  private static Connecting signIn(SocialPlatform bluesky, String server) {
    return bluesky.connect(
        Map.of(
            "server",
            server,
            "handle",
            "gaung-balikpapan.practice.test",
            "appPassword",
            SandboxAccounts.PASSWORD),
        CALLBACK,
        "state");
  }

  private static Failure.Kind refusal(Connecting answer) {
    assertThat(answer).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) answer).failure().kind();
  }

  private static SocialPlatform client(List<SocialPlatform> clients, Network network) {
    return clients.stream().filter(c -> c.network().equals(network)).findFirst().orElseThrow();
  }

  private static List<String> sites(List<SocialPlatform> clients, Network network) {
    Account account =
        new Account(network, URI.create("https://own.example"), "1", "kota", Map.of());
    return client(clients, network).sites(account).stream().map(URI::toString).toList();
  }
}
