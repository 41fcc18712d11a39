package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Budget;
import id.gaung.channel.Budget.LimitStanding;
import id.gaung.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A limit of posts of which no answer tells: a hundred in any 24 hours, as our own posts count. */
@Tag("database")
class CountedPostsTest {

  private final TestDatabase database = TestDatabase.create();
  private final EngineWorld world = new EngineWorld(database);
  private UUID channel;

  @BeforeEach
  void prepare() {
    world.channels.countedBy(world.jdbi.onDemand(ChannelPostsDao.class));
    channel = world.channel("kota");
    world.jdbi.useHandle(h -> h.execute("update channel set network = 'INSTAGRAM'"));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private void out(int count, Instant at) {
    List<UUID> ids = world.scheduled(channel, at, count);
    world.jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update rendition set state = 'PUBLISHED', published_at = :at, next_at = null"
                        + " where id = any(:ids)")
                .bind("at", at)
                .bindArray("ids", UUID.class, ids)
                .execute());
  }

  private Budget budget() {
    return world
        .channels
        .channels()
        .budgets(List.of(world.channels.channels().get(channel)))
        .get(channel);
  }

  private void told(long most, long used) {
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into channel_budget (channel_id, kind, of_app, most, used, in_percent,
                  heard_at) values (?, 'POSTS', false, ?, ?, false, ?)
                """,
                channel,
                most,
                used,
                world.clock.instant()));
  }

  @Test
  void the_hundred_and_first_waits_until_the_first_is_a_day_old() {
    Instant early = EngineWorld.NOON.minus(Duration.ofHours(23).plusMinutes(30));
    out(40, early.minus(Duration.ofDays(2)));
    out(1, early);
    out(98, EngineWorld.NOON.minus(Duration.ofHours(2)));
    assertThat(budget().posts()).isEmpty();
    assertThat(budget().limits()).extracting(LimitStanding::used).containsExactly(99L);
    out(1, EngineWorld.NOON.minusSeconds(60));
    Instant until = early.plus(Duration.ofDays(1));
    assertThat(budget().posts()).map(Budget.Wait::until).contains(until);

    UUID next = world.scheduled(channel, EngineWorld.NOON);
    world.engine("a").runOnce();
    assertThat(world.state(next)).isEqualTo(RenditionState.SCHEDULED);
    assertThat(world.network.calls).isEmpty();
    Instant again =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select next_at from rendition where id = ?")
                    .bind(0, next)
                    .mapTo(Instant.class)
                    .one());
    assertThat(again).isEqualTo(until);

    world.clock.step(Duration.ofMinutes(30));
    assertThat(budget().posts()).isEmpty();
  }

  @Test
  void what_the_network_says_when_asked_goes_before_what_is_declared() {
    out(30, EngineWorld.NOON.minus(Duration.ofHours(5)));
    told(50, 45);
    assertThat(budget().limits()).extracting(LimitStanding::used).containsExactly(45L);
    world.clock.step(Duration.ofMinutes(20));
    out(5, EngineWorld.NOON.plus(Duration.ofMinutes(10)));
    assertThat(budget().posts())
        .map(Budget.Wait::until)
        .contains(EngineWorld.NOON.plus(Duration.ofHours(1)));
    world.clock.step(Duration.ofHours(1));
    assertThat(budget().posts()).isEmpty();
    assertThat(budget().readings()).isEmpty();
  }

  @Test
  void an_old_word_keeps_the_number_and_our_own_count_says_the_rest() {
    told(50, 50);
    world.clock.step(Duration.ofHours(25));
    out(49, world.clock.instant().minusSeconds(3600));
    assertThat(budget().posts()).isEmpty();
    out(1, world.clock.instant().minusSeconds(60));
    assertThat(budget().posts())
        .map(Budget.Wait::until)
        .contains(world.clock.instant().minusSeconds(3600).plus(Duration.ofDays(1)));
  }
}
