package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishMode;
import id.gaung.platform.Refreshing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts whose posts a person puts out. */
@Tag("database")
class HandChannelsTest {

  private final World world = new World();
  private final FakePlatform network = new FakePlatform(Nets.BLUESKY);
  private final ChannelFeature feature =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          List.of(network),
          URI.create("https://gaung.test"));
  private final Actor admin = world.entered(world.person("Admina", Role.ADMIN));
  private final Actor staff = world.entered(world.person("Stafina", Role.STAFF));

  private String id(Actor person) {
    return person.id().orElseThrow().toString();
  }

  private UUID enter(Network on, String account) {
    return feature.hand().enter(admin, new EnterChannel(on, account, "", id(staff)));
  }

  private Channel channel(UUID id) {
    return feature.channels().get(id);
  }

  private void refused(Runnable what, String key) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors().isEmpty() ? p.key() : p.errors().get(0).key())
                    .isEqualTo(key));
  }

  private List<String> byHand() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select channel_id::text from channel_hand_line order by 1")
                .mapTo(String.class)
                .list());
  }

  @Test
  void an_account_by_hand_needs_a_name_and_who_is_responsible_and_no_login() {
    UUID id = enter(Nets.BLUESKY, "https://bsky.app/profile/UMKM.bsky.social");
    assertThat(channel(id).mode()).isEqualTo(PublishMode.BY_HAND);
    assertThat(channel(id).handle()).isEqualTo("umkm.bsky.social");
    assertThat(channel(id).responsibleId()).isEqualTo(staff.id());
    assertThat(channel(id).hasLogin()).isFalse();
    assertThat(channel(id).isConnected()).isTrue();
    assertThat(feature.channels().accounts().open(List.of(id))).containsOnlyKeys(id);
    assertThat(byHand()).containsExactly(id.toString());
    refused(() -> feature.channels().check(admin, id), "channel.hand.nothing-to-check");
    assertThat(feature.channels().followers(channel(id), Work.READ)).isEmpty();
  }

  @Test
  void what_is_no_account_or_nobody_is_refused_by_field() {
    refused(() -> enter(Nets.BLUESKY, "kedai kopi"), "channel.hand.account-wrong");
    refused(
        () ->
            feature
                .hand()
                .enter(admin, new EnterChannel(Nets.BLUESKY, "umkm", "", id(world.approver))),
        "field.choice");
    refused(
        () -> feature.hand().enter(staff, new EnterChannel(Nets.BLUESKY, "umkm", "", id(staff))),
        "problem.only.ADMIN");
    enter(Nets.BLUESKY, "umkm");
    refused(() -> enter(Nets.BLUESKY, "@UMKM.bsky.social"), "channel.hand.known");
  }

  @Test
  void one_that_was_taken_out_comes_back_as_itself() {
    UUID id = enter(Nets.BLUESKY, "umkm");
    feature.channels().disconnect(admin, id, new DisconnectChannel(channel(id).version()));
    assertThat(byHand()).isEmpty();
    assertThat(enter(Nets.BLUESKY, "umkm")).isEqualTo(id);
    assertThat(channel(id).isConnected()).isTrue();
  }

  @Test
  void connecting_an_account_that_was_by_hand_keeps_its_history() {
    UUID id = enter(Nets.BLUESKY, "umkm");
    UUID connected =
        feature
            .connections()
            .connect(
                admin,
                new ConnectChannel(
                    Nets.BLUESKY, Map.of("handle", "umkm.bsky.social", "secret", "s"), ""))
            .channelId()
            .orElseThrow();
    assertThat(connected).isEqualTo(id);
    assertThat(channel(id).mode()).as("never silently").isEqualTo(PublishMode.BY_HAND);
    assertThat(channel(id).hasLogin()).isTrue();
    assertThat(channel(id).responsibleId()).isEqualTo(staff.id());
    feature.hand().publishBy(admin, id, new ChangeMode(PublishMode.API, "", channel(id).version()));
    assertThat(channel(id).mode()).isEqualTo(PublishMode.API);
  }

  @Test
  void a_mode_is_changed_within_what_the_network_allows() {
    UUID id = enter(Nets.BLUESKY, "umkm");
    refused(
        () ->
            feature
                .hand()
                .publishBy(admin, id, new ChangeMode(PublishMode.API, "", channel(id).version())),
        "channel.hand.no-login");
    refused(
        () ->
            feature
                .hand()
                .publishBy(
                    admin,
                    id,
                    new ChangeMode(PublishMode.HANDOVER, id(staff), channel(id).version())),
        "channel.hand.mode-not-offered");
  }

  @Test
  void an_account_whose_login_dies_goes_on_by_hand() {
    UUID id =
        feature
            .connections()
            .connect(
                admin,
                new ConnectChannel(Nets.BLUESKY, Map.of("handle", "kota", "secret", "s"), ""))
            .channelId()
            .orElseThrow();
    feature
        .hand()
        .publishBy(
            admin, id, new ChangeMode(PublishMode.BY_HAND, id(staff), channel(id).version()));
    assertThat(channel(id).mode()).isEqualTo(PublishMode.BY_HAND);
    Failure dead = Failure.of(Failure.Kind.RECONNECT, "invalid_grant", "");
    network.onRefresh = access -> new Refreshing.Failed(dead);
    feature.channels().withAccess(id, access -> "no", answer -> Optional.of(dead));
    assertThat(channel(id).state()).isEqualTo(ChannelState.CONNECTED);
    assertThat(channel(id).hasLogin()).isFalse();
    refused(
        () ->
            feature
                .hand()
                .publishBy(admin, id, new ChangeMode(PublishMode.API, "", channel(id).version())),
        "channel.hand.no-login");
    feature
        .connections()
        .connect(
            admin, new ConnectChannel(Nets.BLUESKY, Map.of("handle", "kota", "secret", "t"), ""));
    assertThat(channel(id).hasLogin()).isTrue();
    assertThat(channel(id).mode()).as("connected again").isEqualTo(PublishMode.BY_HAND);
    assertThat(channel(id).responsibleId()).isEqualTo(staff.id());
  }
}
