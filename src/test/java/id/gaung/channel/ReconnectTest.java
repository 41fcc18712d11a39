package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.platform.Credentials;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An authorisation that another one replaces is given back to its network. */
@Tag("database")
class ReconnectTest {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private final FakePlatform network = new FakePlatform(Nets.MASTODON);
  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final Foundation foundation =
      new Foundation(
          jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
  private final ChannelFeature feature =
      new ChannelFeature(
          foundation,
          new IdentityFeature(foundation, true, URI.create("http://localhost")).people(),
          new Sealing(new byte[32]),
          List.of(network),
          URI.create("https://gaung.test/"));
  private final Actor admin = Actor.person(foundation.ids().next(), "Ayu", Set.of(Role.ADMIN));

  @AfterEach
  void drop() {
    database.close();
  }

  private UUID connect(String handle, String secret) {
    return feature
        .connections()
        .connect(
            admin,
            new ConnectChannel(Nets.MASTODON, Map.of("handle", handle, "secret", secret), ""))
        .channelId()
        .orElseThrow();
  }

  private List<String> revoked() {
    return network.revoked.stream()
        .map(access -> access.credentials().secrets().get("token"))
        .toList();
  }

  private String token(UUID id) {
    return Optional.ofNullable(feature.channels().accounts().open(List.of(id)).get(id))
        .map(open -> open.access().credentials().secrets().get("token"))
        .orElse("");
  }

  @Test
  void connecting_an_account_again_ends_the_token_of_before_and_no_other() {
    UUID id = connect("kota", "first");
    connect("lain", "others");
    assertThat(connect("kota", "second")).isEqualTo(id);
    assertThat(revoked()).containsExactly("first");
    assertThat(token(id)).isEqualTo("second");
  }

  @Test
  void one_that_must_be_connected_again_gives_its_old_token_back_too() {
    UUID id = connect("kota", "first");
    jdbi.useHandle(h -> h.execute("update channel set state = 'RECONNECT', trouble = 'RECONNECT'"));
    network.onRevoke = Revoking.NOT_CERTAIN;
    connect("kota", "second");
    assertThat(revoked()).containsExactly("first");
    assertThat(feature.channels().get(id).isConnected()).isTrue();
  }

  @Test
  void a_network_that_hands_out_the_same_token_again_keeps_it() {
    UUID id = connect("kota", "same");
    connect("kota", "same");
    assertThat(revoked()).isEmpty();
    assertThat(token(id)).isEqualTo("same");
  }

  @Test
  void a_token_renewed_while_somebody_disconnects_is_ended() {
    network.refreshAt = Optional.of(clock.instant());
    UUID id = connect("kota", "first");
    network.onRefresh =
        access -> {
          feature
              .channels()
              .disconnect(admin, id, new DisconnectChannel(feature.channels().get(id).version()));
          return new Refreshing.Refreshed(
              new Credentials(Map.of("token", "renewed"), Optional.empty(), Optional.empty()));
        };
    feature.channels().withAccess(id, access -> "used", answer -> Optional.empty());
    assertThat(revoked()).containsExactly("first", "renewed");
  }
}
