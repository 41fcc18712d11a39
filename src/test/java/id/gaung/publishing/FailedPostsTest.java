package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.FAILED;
import static id.gaung.publishing.RenditionState.MISSED;
import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.RETRYING;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the engine makes of what a network refuses. */
class FailedPostsTest extends EngineFixture {

  @Test
  void a_rate_limit_is_waited_for_as_told_by_the_whole_channel() {
    UUID channel = world.channel("kota");
    List<UUID> posts = world.scheduled(channel, EngineWorld.NOON, 3);
    world.network.thenFail(Failure.rateLimited("429", "slow down", Duration.ofSeconds(90)));
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.network.calls).hasSize(1);
    assertThat(posts).extracting(world::state).containsOnlyOnce(RETRYING);
    world.clock.step(Duration.ofSeconds(89));
    engine.runOnce();
    assertThat(world.network.calls).hasSize(1);
    world.clock.step(Duration.ofSeconds(1));
    engine.runOnce();
    assertThat(posts).extracting(world::state).containsOnly(PUBLISHED);
  }

  @Test
  void hiccups_are_tried_five_times_with_growing_waits_and_then_failed() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    for (int i = 0; i < 5; i++) {
      world.network.thenFail(Failure.of(Kind.TRANSIENT, "503", "busy"));
    }
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RETRYING);
    for (int i = 0; i < 50; i++) {
      world.clock.step(Duration.ofSeconds(20));
      engine.runOnce();
    }
    assertThat(world.state(post)).isEqualTo(FAILED);
    assertThat(world.text(post, "failure_kind")).isEqualTo("TRANSIENT");
    assertThat(world.network.calls).hasSize(5);
  }

  @Test
  void a_pause_longer_than_the_grace_is_told_at_once() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.network.thenFail(Failure.rateLimited("429", "", Duration.ofHours(2)));
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(MISSED);
    assertThat(world.text(post, "failure_kind")).isEqualTo("RATE_LIMITED");
    assertThat(world.network.calls).hasSize(1);
  }

  @Test
  void a_refusal_for_good_fails_at_once() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.network.thenFail(Failure.of(Kind.TEXT_REJECTED, "400", "no"));
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(FAILED);
    assertThat(world.text(post, "failure_kind")).isEqualTo("TEXT_REJECTED");
  }

  @Test
  void an_expired_token_is_refreshed_once_and_the_call_made_again() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.network.thenFail(Failure.of(Kind.TOKEN_EXPIRED, "ExpiredToken", ""));
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.refreshes).hasValue(1);
    assertThat(world.network.calls)
        .last()
        .satisfies(
            call -> assertThat(call.access().credentials().secrets()).containsValue("refreshed-1"));
  }

  @Test
  void a_lost_authorisation_fails_the_post_and_marks_the_channel() {
    UUID channel = world.channel("kota");
    UUID first = world.scheduled(channel, EngineWorld.NOON);
    UUID second = world.scheduled(channel, EngineWorld.NOON.plusSeconds(1));
    world.network.thenFail(Failure.of(Kind.RECONNECT, "InvalidToken", ""));
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(1));
    engine.runOnce();
    assertThat(world.state(first)).isEqualTo(FAILED);
    assertThat(world.text(second, "held_reason")).isEqualTo("CHANNEL");
    world.channel("kota");
    world.clock.step(Duration.ofSeconds(15));
    engine.runOnce();
    assertThat(world.state(second)).isEqualTo(PUBLISHED);
  }
}
