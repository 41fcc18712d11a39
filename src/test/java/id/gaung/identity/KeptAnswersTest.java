package id.gaung.identity;

import static id.gaung.web.RepeatStore.Beginning.BEGUN;
import static id.gaung.web.RepeatStore.Beginning.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.web.RepeatStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of commands, in the database that all nodes share. */
@Tag("database")
class KeptAnswersTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final IdentityWorld world = new IdentityWorld(DATABASE);
  private final KeptAnswers kept = new KeptAnswers(world.foundation);
  private static final byte[] KEY = bytes("key");

  @BeforeEach
  void empty() {
    world.jdbi.useHandle(handle -> handle.execute("delete from kept_answer"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_key_is_begun_once_and_keeps_its_answer_for_a_day() {
    assertThat(kept.find(KEY)).isEmpty();
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(BEGUN);
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(RUNNING);
    assertThat(kept.find(KEY).orElseThrow().answer()).isEmpty();
    kept.answer(KEY, bytes("done"));
    assertThat(kept.find(KEY).orElseThrow().answer()).hasValue(bytes("done"));
    world.clock.move(KeptAnswers.KEPT.minusSeconds(1));
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(RUNNING);
    assertThat(kept.find(KEY)).isPresent();
    world.clock.move(Duration.ofSeconds(1));
    assertThat(kept.find(KEY)).isEmpty();
    assertThat(kept.begin(KEY, bytes("B"))).isEqualTo(BEGUN);
    assertThat(kept.find(KEY).orElseThrow().answer()).isEmpty();
    assertThat(kept.find(KEY).orElseThrow().content()).isEqualTo("42");
  }

  @Test
  void other_content_under_a_key_does_not_replace_what_was_sent_first() {
    kept.begin(KEY, bytes("A"));
    kept.answer(KEY, bytes("done"));
    assertThat(kept.begin(KEY, bytes("B"))).isEqualTo(RUNNING);
    assertThat(kept.find(KEY).orElseThrow().content()).isEqualTo("41");
    assertThat(kept.find(KEY).orElseThrow().answer()).hasValue(bytes("done"));
  }

  @Test
  void of_two_at_once_one_begins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<RepeatStore.Beginning>> same = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        same.add(() -> kept.begin(KEY, bytes("A")));
      }
      int begun = 0;
      for (Future<RepeatStore.Beginning> one : threads.invokeAll(same)) {
        begun += one.get() == BEGUN ? 1 : 0;
      }
      assertThat(begun).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_key_whose_node_was_killed_is_free_again_after_a_while_and_a_forgotten_one_at_once() {
    kept.begin(KEY, bytes("A"));
    world.clock.move(KeptAnswers.STUCK);
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(BEGUN);
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(RUNNING);
    kept.forget(KEY);
    assertThat(kept.begin(KEY, bytes("A"))).isEqualTo(BEGUN);
  }

  @Test
  void what_is_over_is_removed() {
    kept.begin(KEY, bytes("A"));
    world.clock.move(KeptAnswers.KEPT);
    kept.begin(bytes("other"), bytes("A"));
    assertThat(kept.removeOver()).isEqualTo(1);
    assertThat(world.count("kept_answer")).isEqualTo(1);
  }
}
