package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.db.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PublishingHealthTest {

  private final TestDatabase database = TestDatabase.create();
  private final EngineWorld world = new EngineWorld(database);
  private final UUID channel = world.channel("kota");
  private final PublishingEngine engine = world.engine("a");
  private final PublishingHealth health =
      new PublishingHealth(engine, world.jdbi, world.channels.channels(), world.clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_empty_queue_is_well() {
    assertThat(health.state().isWell()).isTrue();
    assertThat(health.state().waiting()).isZero();
  }

  @Test
  void due_posts_that_nobody_takes_for_a_minute_are_not_well_whatever_the_cause() {
    world.scheduled(channel, EngineWorld.NOON, 3);
    world.clock.step(Duration.ofSeconds(50));
    assertThat(health.state().isWell()).isTrue();
    world.clock.step(Duration.ofSeconds(20));

    assertThat(health.state().isWell()).isFalse();
    assertThat(health.state().notTaken()).isEqualTo(3);
    assertThat(health.state().oldestDue()).contains(EngineWorld.NOON);

    engine.runOnce();
    assertThat(health.state().isWell()).isTrue();
    assertThat(health.state().waiting()).isZero();
  }

  @Test
  void posts_that_wait_behind_others_of_their_channel_are_well_while_the_channel_moves() {
    world.scheduled(channel, EngineWorld.NOON, 40);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set lease_owner = 'a/1', lease_until = ?"
                    + " where id in (select id from rendition limit 5)",
                EngineWorld.NOON.plus(Duration.ofHours(1))));
    world.clock.step(Duration.ofMinutes(5));
    assertThat(health.state().isWell()).isTrue();

    // Claims that are renewed for ever while nothing is begun.
    world.clock.step(Duration.ofMinutes(6));
    assertThat(health.state().isWell()).isFalse();
  }

  @Test
  void what_a_person_stopped_is_named_and_well() {
    world.scheduled(channel, EngineWorld.NOON, 2);
    world.jdbi.useHandle(
        h -> h.execute("update publishing_switch set stopped = true, reason = 'flood'"));
    world.clock.step(Duration.ofMinutes(2));

    assertThat(health.state().stopped()).isTrue();
    assertThat(health.state().isWell()).isTrue();
    assertThat(health.state().waiting()).isEqualTo(2);
  }

  @Test
  void due_posts_that_wait_for_their_account_are_not_well() {
    world.scheduled(channel, EngineWorld.NOON, 2);
    world.jdbi.useHandle(h -> h.execute("update channel set state = 'RECONNECT'"));
    goOn(12);
    assertThat(health.state().isWell()).isFalse();
    assertThat(health.state().forAccounts()).isEqualTo(2);
    assertThat(health.state().oldestForAccounts()).contains(EngineWorld.NOON);
    assertThat(health.queue())
        .isEqualTo(new PublishingHealth.Queue(2, Optional.of(EngineWorld.NOON), 0));

    world.jdbi.useHandle(h -> h.execute("update channel set state = 'CONNECTED'"));
    goOn(12);
    assertThat(health.state().isWell()).isTrue();
    assertThat(health.queue().due()).isZero();
  }

  @Test
  void due_posts_whose_network_asked_to_wait_are_not_well() {
    world.scheduled(channel, EngineWorld.NOON);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update channel set paused_until = ?", EngineWorld.NOON.plus(Duration.ofHours(2))));
    goOn(5);
    assertThat(health.state().isWell()).isTrue();
    goOn(7);
    assertThat(health.state().isWell()).isFalse();
    assertThat(health.state().forAccounts()).isEqualTo(1);
    assertThat(health.queue().oldest()).contains(EngineWorld.NOON);
  }

  @Test
  void what_a_stop_holds_is_counted_and_well() {
    world.scheduled(channel, EngineWorld.NOON, 3);
    world.jdbi.useHandle(
        h -> h.execute("update publishing_switch set stopped = true, reason = 'flood'"));
    goOn(12);
    assertThat(health.state().isWell()).isTrue();
    assertThat(health.state().waiting()).isEqualTo(3);
    assertThat(health.queue().oldest()).contains(EngineWorld.NOON);
  }

  /** Ten seconds a step, with the engine at work. */
  private void goOn(int steps) {
    for (int step = 0; step < steps; step++) {
      engine.runOnce();
      world.clock.step(Duration.ofSeconds(10));
    }
  }

  @Test
  void a_held_campaign_is_well() {
    world.scheduled(channel, EngineWorld.NOON);
    world.campaignBecomes(CampaignState.PAUSED);
    goOn(12);
    assertThat(health.state().isWell()).isTrue();
  }
}
