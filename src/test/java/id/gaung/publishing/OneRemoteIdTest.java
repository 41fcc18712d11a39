package id.gaung.publishing;

import static id.gaung.publishing.RenditionState.PUBLISHED;
import static id.gaung.publishing.RenditionState.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.FakePlatform;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post on a network is one rendition's and nobody else's. */
class OneRemoteIdTest extends EngineFixture {

  private static final RemotePost SAME = new RemotePost("at://same", Optional.empty());

  private FakePlatform network;
  private PublishingEngine engine;
  private UUID channel;

  @BeforeEach
  void begin() {
    network = world.network;
    engine = world.engine("a");
    channel = world.channel("kota");
  }

  private static PublishStep lost() {
    return new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", ""));
  }

  private long published() {
    return world.count("select count(*) from rendition where state = 'PUBLISHED'");
  }

  @Test
  void an_answer_with_the_id_of_another_rendition_is_no_success() {
    List<UUID> two = world.scheduled(channel, EngineWorld.NOON, 2);
    network.then(call -> new PublishStep.Published(SAME));
    network.then(call -> new PublishStep.Published(SAME));

    engine.runOnce();

    assertThat(published()).isOne();
    UUID second = two.stream().filter(id -> world.state(id) == UNCERTAIN).findAny().orElseThrow();
    assertThat(world.text(second, "remote_id")).isEmpty();
    assertThat(world.attempts(second)).containsExactly("PUBLISH HELD");
    assertThat(world.news).hasSize(1);
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();
    assertThat(world.state(second))
        .as("looked up, and sent as nothing was found")
        .isEqualTo(PUBLISHED);
    assertThat(network.timesVisible(second)).isOne();
  }

  @Test
  void of_two_look_ups_that_find_one_post_one_is_right() {
    List<UUID> two = world.scheduled(channel, EngineWorld.NOON, 2);
    network.then(call -> lost()).then(call -> lost());
    engine.runOnce();
    network.lookUpScript.add(new LookUp.Found(SAME));
    network.lookUpScript.add(new LookUp.Found(SAME));
    world.clock.step(Duration.ofSeconds(10));

    engine.runOnce();

    assertThat(two).extracting(world::state).containsExactlyInAnyOrder(PUBLISHED, UNCERTAIN);
    UUID second = two.stream().filter(id -> world.state(id) == UNCERTAIN).findAny().orElseThrow();
    assertThat(world.attempts(second)).containsExactly("PUBLISH UNKNOWN", "LOOK_UP HELD");
    assertThat(world.text(second, "next_at")).isNotEmpty();
  }

  @Test
  void one_id_on_two_channels_is_two_posts() {
    world.scheduled(channel, EngineWorld.NOON);
    world.scheduled(world.channel("lain"), EngineWorld.NOON);
    network.then(call -> new PublishStep.Published(SAME));
    network.then(call -> new PublishStep.Published(SAME));

    engine.runOnce();

    assertThat(published()).isEqualTo(2);
  }

  @Test
  void a_look_up_knows_what_others_hold_and_who_else_is_open() {
    UUID before = world.scheduled(channel, EngineWorld.NOON);
    engine.runOnce();
    world.clock.step(Duration.ofMinutes(6));
    List<UUID> two = world.scheduled(channel, world.clock.instant(), 2);
    network.then(call -> lost()).then(call -> lost());
    engine.runOnce();
    UUID other = world.scheduled(channel, world.clock.instant());
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(10));
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.OTHERS_RUNNING));
    engine.runOnce();

    LookUpRequest asked = network.lookUpRequests.element();
    UUID self = asked.publication().id();
    assertThat(two).contains(self);
    List<String> ids = List.of("at://" + before, "at://" + other, "at://nobody", "at://" + self);
    assertThat(asked.posts().held(ids)).isEqualTo(Set.of("at://" + before, "at://" + other));
    assertThat(asked.posts().held(List.of("https://fake.test/" + before)))
        .containsExactly("https://fake.test/" + before);
    assertThat(asked.posts().outBefore(ids)).containsExactly("at://" + before);
    assertThat(network.calls)
        .filteredOn(call -> call.publication().id().equals(self))
        .extracting(call -> call.publication().newestKnown())
        .as("known from just before")
        .containsExactly(Optional.of("at://" + before));
    assertThat(world.attempts(self))
        .as("others in flight cost it no step of its ladder")
        .containsExactly("PUBLISH UNKNOWN", "LOOK_UP UNDECIDED");
    assertThat(world.text(self, "look_ups")).isEqualTo("0");
  }

  @Test
  void a_network_nobody_can_read_leaves_an_unknown_outcome_to_a_person_at_once() {
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    network.then(call -> lost());
    network.lookUpScript.add(LookUp.Undecided.unreadable());
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();

    assertThat(world.state(post)).isEqualTo(UNCERTAIN);
    assertThat(world.text(post, "next_at")).isEmpty();
  }

  @Test
  void the_migration_gives_a_twin_to_a_person() throws IOException {
    List<UUID> two = world.scheduled(channel, EngineWorld.NOON, 2);
    engine.runOnce();
    world.jdbi.useTransaction(
        h -> {
          h.execute("drop index rendition_remote");
          h.execute("drop index rendition_address");
          h.execute("drop index rendition_newest");
          h.execute("drop index rendition_unidentified");
          h.execute("update rendition set remote_id = 'at://same'");
          h.execute(
              "update rendition set published_at = published_at + interval '1 hour' where id = ?",
              two.get(0));
          h.createScript(Files.readString(Path.of("migrations/0014_one_post_one_remote_id.sql")))
              .execute();
        });

    assertThat(world.state(two.get(1))).isEqualTo(PUBLISHED);
    assertThat(world.state(two.get(0))).isEqualTo(UNCERTAIN);
    assertThat(world.text(two.get(0), "remote_id")).isEmpty();
    assertThat(world.text(two.get(0), "next_at")).isEmpty();
  }
}
