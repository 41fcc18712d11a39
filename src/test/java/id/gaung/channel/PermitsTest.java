package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.Permits.RecordPermit;
import id.gaung.channel.Permits.RecordedPermit;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.PublishMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a network has to allow is offered and done once an administrator has recorded that. */
@Tag("database")
class PermitsTest {

  private final World world = new World();
  private final ChannelFeature feature =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(
              new FakePlatform(Nets.X),
              new FakePlatform(Nets.YOUTUBE),
              new FakePlatform(Nets.BLUESKY)),
          URI.create("https://gaung.test"));
  private final Actor admin = world.entered(world.person("Admina", Role.ADMIN));
  private final Actor staff = world.entered(world.person("Stafina", Role.STAFF));
  private final Permits permits = feature.permits();

  private UUID connect(Network network) {
    return feature
        .connections()
        .connect(admin, new ConnectChannel(network, Map.of("handle", "kantor", "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private RecordPermit permit(Network network, LocalDate on) {
    return new RecordPermit(network, "Kepala Dinas", on, "Surat 12/2026");
  }

  private void allow(Network network) {
    permits.record(admin, permit(network, World.TODAY.minusDays(1)));
  }

  private void byItself(UUID id) {
    Channel channel = feature.channels().get(id);
    feature.hand().publishBy(admin, id, new ChangeMode(PublishMode.API, "", channel.version()));
  }

  private static void refused(Runnable what, String key) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors().isEmpty() ? p.key() : p.errors().get(0).key())
                    .isEqualTo(key));
  }

  @Test
  void nobody_connects_an_account_of_a_network_that_allows_nothing_yet() {
    refused(() -> connect(Nets.X), "channel.permit.missing");
    allow(Nets.X);
    UUID id = connect(Nets.X);
    assertThat(feature.channels().get(id).mode())
        .as("people go on publishing until somebody changes that")
        .isEqualTo(PublishMode.BY_HAND);
    byItself(id);
    assertThat(feature.channels().get(id).mode()).isEqualTo(PublishMode.API);
  }

  @Test
  void where_publishing_alone_waits_accounts_are_connected_and_read() {
    UUID id = connect(Nets.YOUTUBE);
    refused(() -> byItself(id), "channel.permit.missing");
    allow(Nets.YOUTUBE);
    byItself(id);
    assertThat(feature.channels().get(id).isByHand()).isFalse();
  }

  @Test
  void it_is_an_administrators_word_with_a_day_that_has_come() {
    refused(() -> permits.record(staff, permit(Nets.X, World.TODAY)), "problem.only.ADMIN");
    refused(
        () -> permits.record(admin, permit(Nets.X, World.TODAY.plusDays(1))),
        "channel.permit.future");
    refused(() -> permits.record(admin, permit(Nets.BLUESKY, World.TODAY)), "problem.not-found");
    allow(Nets.X);
    RecordedPermit recorded = permits.of(Nets.X).orElseThrow();
    assertThat(recorded.confirmedBy()).isEqualTo("Kepala Dinas");
    assertThat(recorded.confirmedOn()).isEqualTo(World.TODAY.minusDays(1));
    assertThat(recorded.recordedAt()).isEqualTo(World.START);
    assertThat(recorded.recordedBy()).isEqualTo(admin.name());
    assertThat(world.actions("person", admin.id().orElseThrow()))
        .contains("channel.permit-recorded");
  }

  @Test
  void it_is_withdrawn_when_no_account_uses_it_any_more() {
    refused(() -> permits.withdraw(admin, Nets.X), "problem.not-found");
    allow(Nets.X);
    UUID id = connect(Nets.X);
    refused(() -> permits.withdraw(admin, Nets.X), "channel.permit.used-by-login");
    feature
        .channels()
        .disconnect(admin, id, new DisconnectChannel(feature.channels().get(id).version()));
    permits.withdraw(admin, Nets.X);
    refused(() -> connect(Nets.X), "channel.permit.missing");

    allow(Nets.YOUTUBE);
    connect(Nets.YOUTUBE);
    permits.withdraw(admin, Nets.YOUTUBE);
    assertThat(permits.of(Nets.YOUTUBE)).as("nothing publishes by it").isEmpty();
  }
}
