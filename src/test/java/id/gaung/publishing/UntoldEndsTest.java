package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.DeliverableState;
import id.gaung.kernel.Wita;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deliverables of before whose posts came to nothing without their being told. */
class UntoldEndsTest extends PostsWorld {

  private UUID deliverable;

  /** A post of a deliverable of its own, stuck as it was before. */
  private UUID stuck(String text, String first, String second) {
    deliverable = approved();
    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                post(
                    deliverable,
                    new ComposedRendition(channel, text, EVENING, java.util.List.of()),
                    new ComposedRendition(other, text, EVENING.plusHours(1), java.util.List.of())));
    world.jdbi.useHandle(
        h -> {
          h.execute(
              "update rendition set state = ?, ended_at = ? where post_id = ? and channel_id = ?",
              first,
              Wita.instant(EVENING),
              post,
              channel);
          h.execute(
              "update rendition set state = ?, ended_at = ? where post_id = ? and channel_id = ?",
              second,
              Wita.instant(EVENING.plusHours(1)),
              post,
              other);
        });
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
    return deliverable;
  }

  private UUID other;

  private void migrate() throws IOException {
    String script = Files.readString(Path.of("migrations/0022_untold_ends.sql"));
    world.jdbi.useTransaction(
        h -> {
          h.execute("drop table untold_end");
          h.createScript(script).execute();
        });
  }

  private String told(UUID id) {
    return world.foundation.audit().about("deliverable", id).toString();
  }

  @Test
  void the_first_start_tells_them_once_and_leaves_the_others_alone() throws IOException {
    other = channel("lain");
    UUID failed = stuck("Satu", "FAILED", "FAILED");
    UUID missed = stuck("Dua", "CANCELLED", "MISSED");
    UUID calledOff = stuck("Tiga", "FAILED", "CANCELLED");
    UUID comes = stuck("Empat", "FAILED", "SCHEDULED");
    migrate();

    publishing.start();

    assertThat(stateOf(failed)).isEqualTo(DeliverableState.MISSED);
    assertThat(stateOf(missed)).isEqualTo(DeliverableState.MISSED);
    assertThat(stateOf(calledOff)).isEqualTo(DeliverableState.APPROVED);
    assertThat(stateOf(comes)).isEqualTo(DeliverableState.SCHEDULED);
    assertThat(told(failed)).contains("deliverable.missed", "publishing");
    assertThat(told(calledOff)).contains("deliverable.unscheduled");

    String before = told(failed);
    publishing.start();
    assertThat(told(failed)).isEqualTo(before);
  }

  @Test
  void one_that_was_scheduled_again_since_is_left_alone() throws IOException {
    other = channel("lain");
    UUID id = stuck("Satu", "FAILED", "FAILED");
    migrate();
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set state = 'SCHEDULED', ended_at = null where channel_id = ?",
                other));
    publishing.start();
    assertThat(stateOf(id)).isEqualTo(DeliverableState.SCHEDULED);
  }
}
