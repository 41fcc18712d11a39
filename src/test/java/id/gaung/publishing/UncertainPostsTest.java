package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.PUBLISHING;
import static id.gaung.publishing.RenditionState.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.AttemptJournal.Entry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What became of a post whose call left no answer is found out and never guessed. */
class UncertainPostsTest extends EngineFixture {

  @Test
  void an_answer_that_was_lost_is_looked_up_after_ten_seconds_and_never_sent_again() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    PublishingEngine engine = world.engine("a");

    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(UNCERTAIN);
    world.clock.step(Duration.ofSeconds(9));
    engine.runOnce();
    assertThat(world.network.lookUps).hasValue(0);
    world.clock.step(Duration.ofSeconds(1));
    engine.runOnce();

    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);
    assertThat(world.network.calls).hasSize(1);
    assertThat(world.text(post, "published_at")).startsWith("2026-11-24 04:00:00");
  }

  @Test
  void what_is_certainly_not_out_is_sent_again_from_its_checkpoint() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    Checkpoint uploaded = new Checkpoint(Map.of("blob", "b1"));
    world
        .network
        .then(call -> new PublishStep.Continue(uploaded, Duration.ZERO))
        .then(call -> new PublishStep.Unknown(Failure.of(Kind.TRANSIENT, "reset", "")));
    PublishingEngine engine = world.engine("a");

    engine.runOnce();
    assertThat(world.text(post, "checkpoint")).contains("b1");
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();

    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);
    assertThat(world.network.calls)
        .last()
        .satisfies(call -> assertThat(call.checkpoint()).isEqualTo(uploaded));
    assertThat(world.attempts(post))
        .containsExactly("PUBLISH UNKNOWN", "LOOK_UP NOT_PUBLISHED", "PUBLISH PUBLISHED");
  }

  @Test
  void what_cannot_be_told_is_asked_four_times_and_then_waits_for_a_person() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    for (int i = 0; i < 4; i++) {
      world.network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    }
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    for (long second = 10; second <= 3600; second += 10) {
      world.clock.step(Duration.ofSeconds(10));
      engine.runOnce();
      assertThat(world.network.lookUps)
          .hasValue(second < 60 ? 1 : second < 300 ? 2 : second < 900 ? 3 : 4);
    }
    assertThat(world.state(post)).isEqualTo(UNCERTAIN);
    assertThat(world.text(post, "next_at")).isEmpty();
    assertThat(world.network.calls).hasSize(1);
  }

  /** From now on a person publishes there. */
  private void byHand(UUID channel, boolean withLogin) {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update channel set mode = 'BY_HAND', responsible_id ="
                    + " (select id from person limit 1), sealed_secrets ="
                    + " case when ? then sealed_secrets end where id = ?",
                withLogin,
                channel));
  }

  @Test
  void what_was_sent_before_people_publish_there_is_still_looked_for() {
    UUID channel = world.channel("kota");
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    byHand(channel, true);
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();

    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.attempts(post)).containsExactly("PUBLISH UNKNOWN", "LOOK_UP PUBLISHED");
  }

  @Test
  void what_was_sent_is_handed_to_nobody_when_the_login_is_gone() {
    UUID channel = world.channel("kota");
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    world.network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();
    byHand(channel, false);
    world.clock.step(Duration.ofMinutes(1));
    engine.runOnce();

    assertThat(world.state(post)).isEqualTo(UNCERTAIN);
    assertThat(world.text(post, "next_at")).as("a person decides").isEmpty();
  }

  @Test
  void a_process_killed_before_the_call_sends_it_once_after_a_look_up() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    AtomicBoolean killed = new AtomicBoolean();
    // The attempt is committed, and the process dies before its answer reaches the lane.
    PublishingEngine dying =
        world.engine(
            "a",
            world.rules(),
            journal ->
                entries -> {
                  journal.write(entries);
                  if (killed.compareAndSet(false, true)) {
                    throw new IllegalStateException("killed");
                  }
                });
    dying.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHING);
    assertThat(world.attempts(post)).containsExactly("PUBLISH OPEN");

    PublishingEngine next = world.engine("a");
    next.start();
    next.runOnce();

    assertThat(world.network.lookUps).hasValue(1);
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);
  }

  @Test
  void a_process_killed_after_the_call_is_found_out_by_a_look_up() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    PublishingEngine dying =
        world.engine(
            "a",
            world.rules(),
            journal ->
                entries -> {
                  if (entries.get(0) instanceof Entry.Finish) {
                    throw new IllegalStateException("killed");
                  }
                  journal.write(entries);
                });
    dying.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHING);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);

    PublishingEngine next = world.engine("a");
    next.start();
    next.runOnce();

    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);
    assertThat(world.network.calls).hasSize(1);
    assertThat(world.attempts(post)).containsExactly("PUBLISH NO_OUTCOME", "LOOK_UP PUBLISHED");
  }

  @Test
  void an_outcome_that_comes_after_the_lease_lapsed_changes_nothing_but_the_evidence()
      throws InterruptedException {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    world.network.then(
        call -> {
          var shown = world.network.show(call);
          called.countDown();
          await(release);
          return new PublishStep.Failed(
              Failure.of(Kind.REJECTED, "late", shown.remoteId()), Checkpoint.START);
        });
    PublishingEngine slow = world.engine("slow");
    slow.tick();
    await(called);
    // No heartbeat comes any more. The other node waits as long as the call may still run.
    PublishingEngine other = world.engine("other");
    world.clock.step(Duration.ofSeconds(16));
    other.runOnce();
    assertThat(world.state(post)).isEqualTo(UNCERTAIN);
    assertThat(world.network.lookUps).hasValue(0);
    world.clock.step(world.rules().callLimit());
    other.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);

    release.countDown();
    slow.stop(() -> {});

    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.network.timesVisible(post)).isEqualTo(1);
    String evidence =
        world.jdbi.withHandle(
            h ->
                h.createQuery(
                        "select detail from publish_attempt where rendition_id = :id and number = 1")
                    .bind("id", post)
                    .mapTo(String.class)
                    .one());
    assertThat(evidence).contains("Later: REJECTED");
  }
}
