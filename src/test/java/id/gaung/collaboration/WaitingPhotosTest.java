package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submissions.SentPhoto;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.identity.Office;
import id.gaung.kernel.Problem;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Photos that a creator's link sent and no draft shows: few for each task, and not for long. */
@Tag("database")
class WaitingPhotosTest {

  private static final int MOST = 16;

  private final World world = new World();
  private final Submissions submissions = world.collaboration.submissions();
  private final Offer offer = world.acceptedOffer();
  private final String token = world.token(offer);
  private final List<Deliverable> works = world.collaboration.offers().deliverables(offer.id());
  private final UUID id = works.get(0).id();

  @Test
  void only_some_photos_wait_for_one_deliverable() {
    String name = "";
    for (int i = 0; i < MOST; i++) {
      name = submissions.keep(token, id, photo());
    }
    assertThatThrownBy(() -> submissions.keep(token, id, photo()))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(Problem.Kind.TOO_MANY);
              assertThat(refused.key()).isEqualTo("media.too-many-waiting");
            });
    assertThat(submissions.keep(token, works.get(1).id(), photo())).as("another task").isNotEmpty();
    submissions.submit(
        token,
        id,
        draft().with(List.of(new SentPhoto(name, "Amplang di piring"))),
        Optional.empty());
    world
        .collaboration
        .reviews()
        .requestChanges(world.staff, id, new RequestChanges("Lebih terang", Optional.empty()));
    assertThat(submissions.keep(token, id, photo())).as("one is shown now").isNotEmpty();
  }

  @Test
  void many_at_once_do_not_pass_together() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int kept = 0;
    try {
      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < MOST + 8; i++) {
        all.add(() -> submissions.keep(token, id, photo()));
      }
      for (Future<String> one : threads.invokeAll(all)) {
        try {
          one.get();
          kept++;
        } catch (ExecutionException refused) {
          assertThat(refused.getCause()).isInstanceOf(Problem.class);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(kept).isLessThanOrEqualTo(MOST);
  }

  @Test
  void the_photo_of_a_refused_draft_is_removed_after_a_day_and_the_form_says_so() {
    String refused = submissions.keep(token, id, photo());
    String shown = submissions.keep(token, works.get(1).id(), photo());
    submissions.submit(
        token,
        works.get(1).id(),
        draft().with(List.of(new SentPhoto(shown, "Amplang di piring"))),
        Optional.empty());
    assertThatThrownBy(
            () ->
                submissions.submit(
                    token,
                    id,
                    draft().with(List.of(new SentPhoto(refused, " "))),
                    Optional.empty()))
        .isInstanceOf(Problem.class);
    removeUnused();
    assertThat(photos()).as("within the day").isEqualTo(2);
    world.clock.step(Duration.ofDays(1).plusSeconds(1));
    removeUnused();
    assertThat(photos()).isEqualTo(1);
    WorkItem item = submissions.work(world.collaboration.links().read(token), id);
    assertThat(submissions.upload(item, refused)).isEmpty();
    Refused.field(
        "photos[0].upload",
        "collaboration.photo-again",
        () ->
            submissions.submit(
                token,
                id,
                draft().with(List.of(new SentPhoto(refused, "Amplang di piring"))),
                Optional.empty()));
    assertThat(submissions.keep(token, id, photo())).as("the place is free again").isNotEmpty();
  }

  private void removeUnused() {
    world.media.schedules().get(0).job().run();
  }

  private long photos() {
    return world.jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from photo").mapTo(Long.class).one());
  }

  private static SubmitDraft draft() {
    return new SubmitDraft(Office.DEFAULT.adLine() + "\nEnak!", "Amplang di piring", false);
  }

  private static Upload photo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Upload("a.jpg", bytes.size(), () -> new ByteArrayInputStream(bytes.toByteArray()));
  }
}
