package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.codahale.metrics.MetricRegistry;
import id.gaung.db.TestDatabase;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator reads of publishing: figures, and a line for each attempt gone wrong. */
@Tag("database")
class PublishingMetricsTest {

  private final TestDatabase database = TestDatabase.create();
  private final EngineWorld world = new EngineWorld(database);
  private final PublishingMetrics metrics = new PublishingMetrics();
  private final MetricRegistry all = new MetricRegistry();
  private final UUID channel = world.channel("kota");
  private final PublishingEngine engine = engine();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(PublishingMetrics.class);
  private boolean closed;

  private PublishingEngine engine() {
    return Engines.build(
        world.foundation,
        new LeaseOwner("a", "life"),
        world.rules(),
        world.channels.channels().accounts(),
        world.channels.platforms(),
        new EngineSurroundings(
            world.campaigns.campaigns(),
            world.deliverables,
            (chosen, network, rules) -> ReadyMedia.pictures(List.of()),
            List.of(),
            metrics),
        journal -> journal);
  }

  @BeforeEach
  void listen() {
    metrics.register(
        all,
        new PublishingHealth(engine, world.jdbi, world.channels.channels(), world.clock),
        world.clock);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    if (!closed) {
      database.close();
    }
  }

  private Object gauge(String name) {
    return all.getGauges().get("publishing.queue." + name).getValue();
  }

  private long counted(String name) {
    return all.counter("publishing." + name).getCount();
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void the_queue_is_told_and_asked_for_seldom() {
    assertThat(gauge("due")).isEqualTo(0L);
    assertThat(gauge("oldest-age")).isEqualTo(0L);
    world.scheduled(channel, EngineWorld.NOON, 3);
    world.scheduled(channel, EngineWorld.NOON.plus(Duration.ofHours(1)));
    assertThat(gauge("due")).as("as it was less than 5 seconds ago").isEqualTo(0L);
    world.clock.step(Duration.ofSeconds(40));
    assertThat(gauge("due")).isEqualTo(3L);
    assertThat(gauge("oldest-age")).isEqualTo(40L);
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(5));
    assertThat(gauge("due")).isEqualTo(0L);
    assertThat(counted("attempts.BLUESKY.PUBLISHED")).isEqualTo(3);
    assertThat(all.histogram("publishing.journal.batch").getSnapshot().getMin()).isPositive();
    assertThat(all.timer("publishing.journal.wait").getCount()).isEqualTo(6);
    assertThat(lines()).isEmpty();
  }

  @Test
  void the_figures_can_be_read_while_the_database_is_away() {
    database.close();
    closed = true;
    assertThat(gauge("due")).isEqualTo(-1L);
    assertThat(gauge("oldest-age")).isEqualTo(-1L);
  }

  @Test
  void an_attempt_that_does_not_end_well_is_one_line_with_its_ids_and_its_reason() {
    UUID refused = world.scheduled(channel, EngineWorld.NOON);
    world.network.thenFail(
        Failure.of(
            Failure.Kind.TEXT_REJECTED, "InvalidRecord", "too big\noutcome=PUBLISHED \"said\""));
    engine.runOnce();

    String post = world.text(refused, "post_id");
    assertThat(lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "post=" + post,
                        "rendition=" + refused,
                        "channel=" + channel,
                        "network=BLUESKY",
                        "attempt=1",
                        "kind=PUBLISH",
                        "outcome=TEXT_REJECTED",
                        "state=FAILED",
                        "reason=\"TEXT_REJECTED InvalidRecord")
                    .doesNotContain("\n")
                    .endsWith("\""));
    assertThat(counted("attempts.BLUESKY.TEXT_REJECTED")).isEqualTo(1);
  }

  @Test
  void an_unknown_outcome_and_each_look_up_that_cannot_tell_are_told() {
    world.scheduled(channel, EngineWorld.NOON);
    world.network.then(
        call -> new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", "")));
    world.network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    engine.runOnce();
    world.clock.step(Duration.ofSeconds(10));
    engine.runOnce();

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).contains("outcome=UNKNOWN", "reset", "attempt=1");
    assertThat(lines().get(1))
        .contains("kind=LOOK_UP", "outcome=UNDECIDED", "LIST_TOO_SHORT", "attempt=2");
    assertThat(counted("attempts.BLUESKY.UNKNOWN")).isEqualTo(1);
    assertThat(counted("look-ups.BLUESKY.UNDECIDED")).isEqualTo(1);
  }

  @Test
  void an_attempt_whose_process_ended_is_told_by_whoever_finds_it() {
    UUID post = world.scheduled(channel, EngineWorld.NOON);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set state = 'PUBLISHING', attempts = 4, lease_owner = 'b/1',"
                    + " lease_until = ? where id = ?",
                EngineWorld.NOON,
                post));
    world.clock.step(Duration.ofSeconds(1));
    engine.runOnce();
    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains("rendition=" + post, "attempt=4", "NO_OUTCOME"));
  }
}
