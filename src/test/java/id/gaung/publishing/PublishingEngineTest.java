package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.CANCELLED;
import static id.gaung.publishing.RenditionState.FAILED;
import static id.gaung.publishing.RenditionState.MISSED;
import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.PUBLISHING;
import static id.gaung.publishing.RenditionState.RETRYING;
import static id.gaung.publishing.RenditionState.SCHEDULED;
import static id.gaung.publishing.RenditionState.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.db.TestDatabase;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishingEngineTest {

  private TestDatabase database;
  private EngineWorld world;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    world = new EngineWorld(database);
  }

  @AfterEach
  void drop() {
    database.close();
  }

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
    first.join();
    second.join();
    one.runOnce();

    assertThat(posts).allSatisfy(p -> assertThat(world.network.timesVisible(p)).isEqualTo(1));
    assertThat(world.count("select count(*) from rendition where state = 'PUBLISHED'"))
        .isEqualTo(180);
    assertThat(world.count("select count(distinct split_part(node, '/', 1)) from publish_attempt"))
        .isEqualTo(2);
    assertThat(world.foundation.audit().verify().holds()).isTrue();
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
    called.await();
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
    called.await();
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
  void a_paused_campaign_holds_its_posts_until_it_goes_on() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.PAUSED);
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("CAMPAIGN");
    assertThat(world.text(post, "held")).isEqualTo("true");

    world.campaignBecomes(CampaignState.ACTIVE);
    world.clock.step(Duration.ofMinutes(10));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
    assertThat(world.text(post, "held")).isEqualTo("false");
  }

  @Test
  void a_post_held_beyond_its_grace_is_missed_and_never_fired_late() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.PAUSED);
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.campaignBecomes(CampaignState.ACTIVE);
    world.clock.step(Duration.ofMinutes(60).plusSeconds(1));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(MISSED);
    assertThat(world.network.calls).isEmpty();
  }

  @Test
  void a_cancelled_campaign_cancels_its_posts() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.campaignBecomes(CampaignState.COMPLETED);
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(CANCELLED);
    assertThat(world.text(post, "reason")).isEqualTo("CAMPAIGN_OVER");
  }

  @Test
  void a_stop_holds_everything_but_look_ups() {
    UUID channel = world.channel("kota");
    UUID lost = world.scheduled(channel, EngineWorld.NOON);
    world.network.thenLoseTheAnswer();
    PublishingEngine engine = world.engine("a");
    engine.runOnce();
    world.stopped(true);
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("STOPPED");
    assertThat(world.state(lost)).isEqualTo(PUBLISHED);
    world.stopped(false);
    world.clock.step(Duration.ofSeconds(15));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(PUBLISHED);
  }

  @Test
  void a_stop_reaches_what_waits_in_a_lane_already() throws InterruptedException {
    UUID channel = world.channel("kota");
    UUID first = world.scheduled(channel, EngineWorld.NOON);
    UUID second = world.scheduled(channel, EngineWorld.NOON);
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
    called.await();
    world.stopped(true);
    release.countDown();
    engine.runOnce();
    assertThat(List.of(world.state(first), world.state(second)))
        .containsExactlyInAnyOrder(PUBLISHED, SCHEDULED);
    assertThat(world.network.calls).hasSize(1);
  }

  @Test
  void a_channel_without_authorisation_holds_its_posts() {
    UUID channel = world.channel("kota");
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world
        .channels
        .channels()
        .disconnect(
            world.by,
            channel,
            new DisconnectChannel(world.channels.channels().get(channel).version()));
    world.engine("a").runOnce();
    assertThat(world.state(post)).isEqualTo(SCHEDULED);
    assertThat(world.text(post, "held_reason")).isEqualTo("CHANNEL");
    assertThat(world.count("select count(*) from channel where sealed_secrets is not null"))
        .isZero();
  }

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
    called.await();
    CountDownLatch done = new CountDownLatch(50);
    world.network.always =
        java.util.Optional.of(
            call -> {
              done.countDown();
              return new PublishStep.Published(world.network.show(call));
            });
    world.scheduled(fast, EngineWorld.NOON, 50);
    engine.tick();
    done.await();
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
    called.await();
    Thread stopping = new Thread(() -> engine.stop(() -> {}));
    stopping.start();
    release.countDown();
    stopping.join();
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
