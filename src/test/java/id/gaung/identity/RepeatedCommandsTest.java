package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.audit.Change;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.kernel.Problem;
import id.gaung.web.Browser;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.ProblemPage;
import id.gaung.web.PublicPage;
import id.gaung.web.RepeatStore;
import id.gaung.web.View;
import id.gaung.web.WebServer;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A command with a key is done once, also when its process dies between the command's commit and
 * the keeping of its answer. Two servers on one database stand for the process and its restart.
 */
@Tag("database")
class RepeatedCommandsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final IdentityWorld WORLD = new IdentityWorld(DATABASE);
  private static final Mortal FIRST = new Mortal();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(List.of("identity"), false, RepeatedCommandsTest::doors).keeping(FIRST);

  @RegisterExtension
  static final WebServer RESTARTED =
      WebServer.with(List.of("identity"), false, RepeatedCommandsTest::doors)
          .keeping(new KeptAnswers(WORLD.foundation));

  private final String key = UUID.randomUUID().toString();
  private long before;

  private static void doors(io.dropwizard.jersey.setup.JerseyEnvironment jersey) {
    jersey.register(new Api());
    jersey.register(new Page());
  }

  @BeforeEach
  void alive() {
    FIRST.dead = false;
    before = WORLD.count("audit_event");
  }

  @Test
  void what_was_committed_by_a_process_that_died_is_never_done_again() {
    FIRST.dead = true;
    api(SERVER, "done");
    assertThat(changes()).isEqualTo(1);
    HttpResponse<String> soon = api(RESTARTED, "done");
    assertThat(soon.statusCode()).isEqualTo(409);
    assertThat(soon.body()).contains("problem.still-running");
    WORLD.clock.move(KeptAnswers.STUCK);
    HttpResponse<String> later = api(RESTARTED, "done");
    assertThat(later.statusCode()).isEqualTo(409);
    assertThat(later.body())
        .contains("problem.done-without-answer")
        .contains("/api/v1/commands/done");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void a_form_is_told_so_on_a_page_that_leads_to_where_to_look() {
    FIRST.dead = true;
    form(SERVER.browser());
    WORLD.clock.move(KeptAnswers.STUCK);
    HttpResponse<String> again = form(RESTARTED.browser());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Ini sudah dikerjakan").contains("href=\"/things/7?tab=2\"");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void what_died_before_it_changed_anything_is_done_by_the_repeat() {
    FIRST.dead = true;
    api(SERVER, "refused");
    assertThat(changes()).isZero();
    WORLD.clock.move(KeptAnswers.STUCK);
    assertThat(api(RESTARTED, "refused").statusCode()).isEqualTo(422);
    assertThat(api(RESTARTED, "refused").statusCode()).as("at once").isEqualTo(422);
  }

  @Test
  void after_a_death_without_a_change_another_text_may_be_sent_on_the_same_form() {
    FIRST.dead = true;
    SERVER.browser().post("/commands", "name", "", "_once", key, "_page", "/things/7");
    WORLD.clock.move(KeptAnswers.STUCK);
    assertThat(changes()).isZero();
    assertThat(form(RESTARTED.browser()).statusCode()).isEqualTo(303);
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void of_several_transactions_the_first_that_changes_something_counts() {
    FIRST.dead = true;
    api(SERVER, "half");
    assertThat(changes()).isEqualTo(1);
    WORLD.clock.move(KeptAnswers.STUCK);
    assertThat(api(RESTARTED, "half").body()).contains("problem.done-without-answer");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void one_that_fails_after_its_commit_is_not_done_again_either() {
    assertThat(api(SERVER, "fails-after").statusCode()).isEqualTo(500);
    HttpResponse<String> again = api(SERVER, "fails-after");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("problem.done-without-answer");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void what_is_kept_beforehand_is_not_the_command() {
    assertThat(api(SERVER, "refused-with-photo").statusCode()).isEqualTo(422);
    assertThat(api(SERVER, "refused-with-photo").statusCode()).isEqualTo(422);
    assertThat(changes()).as("two photos").isEqualTo(2);
  }

  @Test
  void one_that_changes_nothing_keeps_its_answer_too() {
    assertThat(api(SERVER, "nothing").statusCode()).isEqualTo(200);
    HttpResponse<String> again = api(RESTARTED, "nothing");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  /** A run that was taken for dead and is not: it finds its key taken and changes nothing. */
  @Test
  void a_slow_run_that_was_overtaken_is_rolled_back() throws Exception {
    byte[] hash = key.getBytes(StandardCharsets.UTF_8);
    KeptAnswers store = new KeptAnswers(WORLD.foundation);
    assertThat(store.begin(hash, hash)).isEqualTo(RepeatStore.Beginning.BEGUN);
    WORLD.clock.move(KeptAnswers.STUCK);
    Thread other =
        new Thread(
            () -> {
              KeptAnswers elsewhere = new KeptAnswers(WORLD.foundation);
              elsewhere.begin(hash, hash);
              change("test.done");
              elsewhere.answer(hash, hash);
              elsewhere.end();
            });
    other.start();
    other.join(10_000);
    assertThatThrownBy(() -> change("test.done")).isInstanceOf(Problem.class);
    assertThat(changes()).isEqualTo(1);
    assertThat(store.forget(hash)).isTrue();
    store.end();
    assertThat(store.find(hash).orElseThrow().answer()).hasValue(hash);
    change("test.without-a-key");
  }

  private long changes() {
    return WORLD.count("audit_event") - before;
  }

  private HttpResponse<String> api(WebServer server, String how) {
    return server
        .browser()
        .send(
            "POST",
            "/api/v1/commands/" + how,
            BodyPublishers.ofString("{}"),
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key);
  }

  private HttpResponse<String> form(Browser browser) {
    return browser.post("/commands", "name", "Es", "_once", key, "_page", "/things/7?tab=2");
  }

  private static void change(String action) {
    WORLD
        .foundation
        .transactions()
        .run(
            () ->
                WORLD
                    .foundation
                    .audit()
                    .record(Change.of(IdentityWorld.SYSTEM, action, "test", new UUID(0, 1))));
  }

  /** Doors as features have them. */
  @Path("api/v1/commands")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Api {

    @POST
    @Path("{how}")
    @PublicPage("a test")
    public Map<String, String> command(@PathParam("how") String how, Map<String, String> body) {
      Transactions transactions = WORLD.foundation.transactions();
      switch (how) {
        case "done" -> change("test.done");
        case "refused" ->
            transactions.run(
                () -> {
                  change("test.done");
                  throw Problem.invalid("name", "field.format");
                });
        case "half" -> {
          change("test.begun");
          throw Problem.conflict("problem.stale");
        }
        case "fails-after" -> {
          change("test.done");
          throw new IllegalStateException("after the commit");
        }
        case "refused-with-photo" -> {
          transactions.beforehand(
              () -> {
                change("photo.stored");
                return true;
              });
          throw Problem.invalid("name", "field.format");
        }
        default -> {
          return Map.of("how", "nothing");
        }
      }
      return Map.of("how", how);
    }
  }

  /** The same for forms. */
  @Path("commands")
  @Produces(MediaType.TEXT_HTML)
  public static final class Page {

    /** What the form holds. */
    public record Named(@NotBlank String name) {}

    @POST
    @PublicPage("a test")
    public Response command(Form form) {
      return form.submit(
          Named.class,
          named -> {
            change("test.done");
            return Flash.to("/things", "web.copied");
          },
          again -> new View("web/problem.jte", new ProblemPage(422, "again", List.of(), "none")));
    }
  }

  /** Once dead it keeps nothing any more, as a killed process does. */
  private static final class Mortal implements RepeatStore {
    private final KeptAnswers store = new KeptAnswers(WORLD.foundation);
    private volatile boolean dead;

    @Override
    public Optional<Kept> find(byte[] key) {
      return store.find(key);
    }

    @Override
    public Beginning begin(byte[] key, byte[] content) {
      return store.begin(key, content);
    }

    @Override
    public void answer(byte[] key, byte[] answer) {
      if (!dead) {
        store.answer(key, answer);
      }
    }

    @Override
    public boolean forget(byte[] key) {
      return dead || store.forget(key);
    }

    @Override
    public void allowAgain(byte[] key) {
      store.allowAgain(key);
    }

    @Override
    public void end() {
      store.end();
    }
  }
}
