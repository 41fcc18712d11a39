package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An engine that ends: by being asked to, or because nothing can be written any more. */
@Tag("database")
class EngineStopTest {

  private final TestDatabase database = TestDatabase.create();
  private final EngineWorld world = new EngineWorld(database);

  @AfterEach
  void close() {
    database.close();
  }

  /** Several times: the engine claims on while its journal dies. */
  @RepeatedTest(5)
  void an_engine_whose_journal_dies_says_so_and_gives_its_claims_back() throws Exception {
    List<UUID> posts = world.scheduled(world.channel("mati"), EngineWorld.NOON, 5);
    CountDownLatch died = new CountDownLatch(1);
    PublishingEngine dying =
        world.engine(
            "dying",
            world.rules(),
            journal ->
                entries -> {
                  died.countDown();
                  throw new NoClassDefFoundError("as if memory had run out");
                });
    dying.tick();
    assertThat(died.await(10, TimeUnit.SECONDS)).isTrue();
    dying.stop(() -> {});

    assertThat(dying.isWorking()).isFalse();
    assertThat(posts)
        .hasSize(5)
        .allSatisfy(post -> assertThat(world.state(post)).isEqualTo(SCHEDULED));
    assertThat(posts.stream().filter(p -> world.text(p, "lease_owner").isEmpty()).count())
        .isGreaterThanOrEqualTo(4);

    // What was about to begin is free when its claim ends, the rest at once.
    world.clock.step(Duration.ofSeconds(16));
    world.engine("other").runOnce();
    assertThat(posts).allSatisfy(post -> assertThat(world.state(post)).isEqualTo(PUBLISHED));
    assertThat(posts).allSatisfy(p -> assertThat(world.network.timesVisible(p)).isEqualTo(1));
  }

  @Test
  void a_dead_engine_takes_nothing_more() throws Exception {
    UUID post = world.scheduled(world.channel("diam"), EngineWorld.NOON);
    PublishingEngine dying =
        world.engine(
            "dead",
            world.rules(),
            journal ->
                entries -> {
                  throw new StackOverflowError();
                });
    dying.runOnce();
    world.clock.step(Duration.ofSeconds(20));
    dying.tick();

    assertThat(dying.isWorking()).isFalse();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.network.timesVisible(post)).isZero();
  }

  @Test
  void a_call_that_hangs_is_broken_off_and_what_was_not_begun_is_free_at_once() throws Exception {
    List<UUID> posts = world.scheduled(world.channel("lama"), EngineWorld.NOON, 3);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch broken = new CountDownLatch(1);
    world.network.then(
        call -> {
          called.countDown();
          try {
            assertThat(broken.await(60, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new PublishStep.Unknown(
              Failure.of(Failure.Kind.TRANSIENT, "no-answer", "Canceled"));
        });
    PublishingEngine engine = world.engine("asked");
    engine.tick();
    assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    AtomicBoolean brokenOff = new AtomicBoolean();

    engine.stop(
        () -> {
          brokenOff.set(true);
          broken.countDown();
        });

    assertThat(brokenOff).isTrue();
    assertThat(posts.stream().map(world::state))
        .containsExactlyInAnyOrder(RenditionState.UNCERTAIN, SCHEDULED, SCHEDULED);
    assertThat(posts).allSatisfy(p -> assertThat(world.text(p, "lease_owner")).isEmpty());
  }
}
