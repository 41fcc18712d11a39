package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.platform.Failure;
import id.gaung.platform.Presence;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an account's network answered last. */
@Tag("database")
class LastAnswersTest {

  private final World world = new World();
  private final ChannelFeature feature =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing(new byte[32]),
          List.of(new FakePlatform(Nets.MASTODON)),
          URI.create("https://gaung.test"));
  private final Actor admin = world.entered(world.person("Admina", Role.ADMIN));
  private final UUID id =
      feature
          .connections()
          .connect(
              admin, new ConnectChannel(Nets.MASTODON, Map.of("handle", "kota", "secret", "s"), ""))
          .channelId()
          .orElseThrow();

  private Optional<Instant> answered() {
    return Optional.ofNullable(feature.channels().answered(List.of(id)).get(id));
  }

  private <T> void asked(T answer, Optional<Failure> failure) {
    world.clock.step(Duration.ofMinutes(2));
    feature.channels().withAccess(id, access -> answer, any -> failure);
  }

  @Test
  void an_answer_is_kept_at_most_once_a_minute() {
    assertThat(answered()).isEmpty();
    asked("yes", Optional.empty());
    Instant first = world.clock.instant();
    assertThat(answered()).contains(first);
    world.clock.step(Duration.ofSeconds(59));
    feature.channels().withAccess(id, access -> "yes", any -> Optional.empty());
    assertThat(answered()).contains(first);
    world.clock.step(Duration.ofSeconds(1));
    feature.channels().withAccess(id, access -> "yes", any -> Optional.empty());
    assertThat(answered()).contains(first.plusSeconds(60));
  }

  @Test
  void what_failed_or_tells_nothing_or_was_sent_to_nobody_is_no_answer() {
    Failure busy = Failure.of(Failure.Kind.TRANSIENT, "503", "");
    asked("no", Optional.of(busy));
    asked(PublishStep.HandedOver.BY_HAND, Optional.empty());
    asked(new PublishStep.Unknown(busy), Optional.empty());
    asked(Presence.UNKNOWN, Optional.empty());
    assertThat(answered()).isEmpty();
    asked(Presence.GONE, Optional.empty());
    assertThat(answered()).contains(world.clock.instant());
  }
}
