package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a post whose pictures are not to be had when it is due. */
@Tag("database")
class PictureTroubleTest {

  private final TestDatabase database = TestDatabase.create();
  private final EngineWorld world = new EngineWorld(database);
  private final UUID post = world.scheduled(world.channel("foto"), EngineWorld.NOON);
  private final PublishingEngine engine = world.engine("a");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_media_folder_that_is_away_for_a_moment_delays_the_post() {
    world.pictures =
        (chosen, network, rules) -> {
          throw new UncheckedIOException(new IOException("No such file or directory"));
        };
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.RETRYING);

    world.pictures = (chosen, network, rules) -> ReadyMedia.pictures(List.of());
    world.clock.step(Duration.ofMinutes(1));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void a_desk_that_is_busy_with_other_photos_delays_the_post() {
    world.pictures =
        (chosen, network, rules) -> {
          throw Problem.tooMany(Duration.ofSeconds(10), "media.busy");
        };
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.RETRYING);
  }

  /** Comparing opens nothing, so what is away delays no look-up. */
  @Test
  void a_lost_answer_is_looked_up_without_the_pictures() {
    world.network.thenLoseTheAnswer();
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.UNCERTAIN);

    world.pictures =
        (chosen, network, rules) -> {
          throw new UncheckedIOException(new IOException("No such file or directory"));
        };
    world.clock.step(Duration.ofMinutes(5));
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void a_picture_that_cannot_be_made_to_fit_fails_for_good() {
    world.pictures =
        (chosen, network, rules) -> {
          throw Problem.conflict("media.does-not-fit", "bluesky");
        };
    engine.runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.FAILED);
  }
}
