package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.PUBLISHING;
import static id.gaung.publishing.RenditionState.RETRYING;
import static id.gaung.publishing.RenditionState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is due goes out once, whoever else works beside and however slowly. */
class PublishingEngineTest extends EngineFixture {

  @Test
  void what_is_due_goes_out_once_and_what_is_not_waits() {
    UUID channel = world.channel("kota");
    UUID due = world.scheduled(channel, EngineWorld.NOON);
    UUID later = world.scheduled(channel, EngineWorld.NOON.plusSeconds(1));
    PublishingEngine engine = world.engine("a");

    engine.runOnce();
    engine.runOnce();

    assertThat(world.state(due)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(due)).isEqualTo(1);
    assertThat(world.text(due, "remote_url")).isEqualTo("https://fake.test/" + due);
    assertThat(world.state(later)).isEqualTo(SCHEDULED);
    assertThat(world.news).extracting(PublishedRendition::renditionId).containsExactly(due);
    assertThat(world.attempts(due)).containsExactly("PUBLISH PUBLISHED");
    assertThat(world.foundation.audit().about("rendition", due))
        .extracting(e -> e.action())
        .containsExactly("rendition.published", "rendition.publishing");
    assertThat(world.foundation.audit().verify().holds()).isTrue();
    world.clock.step(Duration.ofSeconds(1));
    engine.runOnce();
    assertThat(world.state(later)).isEqualTo(PUBLISHED);
  }

  @Test
  void two_engines_on_one_database_send_each_post_once() throws InterruptedException {
    List<UUID> channels = List.of(world.channel("a"), world.channel("b"), world.channel("c"));
    List<UUID> posts = new java.util.ArrayList<>();
    channels.forEach(c -> posts.addAll(world.scheduled(c, EngineWorld.NOON, 60)));
    PublishingEngine one = world.engine("one");
    PublishingEngine two = world.engine("two");
    Thread first = new Thread(one::runOnce);
    Thread second = new Thread(two::runOnce);
    first.start();
    second.start();
    ended(first);
    ended(second);
    one.runOnce();

    assertThat(posts)
        .hasSize(180)
        .allSatisfy(p -> assertThat(world.network.timesVisible(p)).isEqualTo(1));
    assertThat(world.count("select count(*) from rendition where state = 'PUBLISHED'"))
        .isEqualTo(180);
    assertThat(world.count("select count(distinct split_part(node, '/', 1)) from publish_attempt"))
        .isEqualTo(2);
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void a_heartbeat_keeps_a_slow_call_from_being_taken_over() throws InterruptedException {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    world.network.then(
        call -> {
          called.countDown();
          await(release);
          return new PublishStep.Published(world.network.show(call));
        });
    PublishingEngine slow = world.engine("slow");
    PublishingEngine other = world.engine("other");
    slow.tick();
    await(called);
    for (int i = 0; i < 12; i++) {
      world.clock.step(Duration.ofSeconds(5));
      slow.heartbeat();
      other.runOnce();
    }
    assertThat(world.state(post)).isEqualTo(PUBLISHING);
    release.countDown();
    slow.stop(() -> {});
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.lookUps).hasValue(0);
  }

  @Test
  void a_slow_channel_delays_no_other() throws InterruptedException {
    UUID slow = world.channel("slow");
    UUID fast = world.channel("fast");
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    world.network.then(
        call -> {
          called.countDown();
          await(release);
          return new PublishStep.Published(world.network.show(call));
        });
    world.scheduled(slow, EngineWorld.NOON, 100);
    PublishingEngine engine = world.engine("a");
    engine.tick();
    await(called);
    CountDownLatch done = new CountDownLatch(50);
    world.network.always =
        java.util.Optional.of(
            call -> {
              done.countDown();
              return new PublishStep.Published(world.network.show(call));
            });
    world.scheduled(fast, EngineWorld.NOON, 50);
    engine.tick();
    await(done);
    assertThat(world.count("select count(*) from rendition where lease_owner is not null"))
        .as("a lane holds no more than its size")
        .isLessThanOrEqualTo(64);
    release.countDown();
    engine.runOnce();
    assertThat(world.count("select count(*) from rendition where state = 'PUBLISHED'"))
        .isEqualTo(150);
  }

  @Test
  void a_stop_of_the_engine_gives_back_what_was_not_begun() throws InterruptedException {
    UUID channel = world.channel("kota");
    world.scheduled(channel, EngineWorld.NOON, 10);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    world.network.then(
        call -> {
          called.countDown();
          await(release);
          return new PublishStep.Published(world.network.show(call));
        });
    PublishingEngine engine = world.engine("a");
    engine.tick();
    await(called);
    Thread stopping = new Thread(() -> engine.stop(() -> {}));
    stopping.start();
    release.countDown();
    ended(stopping);
    long published = world.count("select count(*) from rendition where state = 'PUBLISHED'");
    assertThat(published).isPositive().isEqualTo(world.network.calls.size());
    assertThat(world.count("select count(*) from rendition where lease_owner is not null"))
        .isZero();
    world.engine("b").runOnce();
    assertThat(world.count("select count(*) from rendition where state = 'PUBLISHED'"))
        .isEqualTo(10);
  }

  @Test
  void a_network_that_is_still_working_frees_the_lane() {
    UUID channel = world.channel("kota");
    UUID video = world.scheduled(channel, EngineWorld.NOON);
    world.network.then(
        call ->
            new PublishStep.Continue(
                new Checkpoint(Map.of("container", "c1")), Duration.ofSeconds(20)));
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.state(video)).isEqualTo(RETRYING);
    UUID text = world.scheduled(channel, EngineWorld.NOON);
    engine.runOnce();
    assertThat(world.state(text)).isEqualTo(PUBLISHED);
    world.clock.step(Duration.ofSeconds(20));
    engine.runOnce();
    assertThat(world.state(video)).isEqualTo(PUBLISHED);
    assertThat(world.network.calls)
        .last()
        .satisfies(c -> assertThat(c.checkpoint().values()).containsEntry("container", "c1"));
  }
}
