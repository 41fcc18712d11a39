package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The first way in, and the way back in for somebody whom no administrator can help. */
@Isolated
@Tag("database")
class UserCommandTest {

  @TempDir Path folder;

  @Test
  void a_link_is_made_for_a_new_person_and_again_for_a_known_one() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      String file = config(database);
      String added =
          run(
              "user",
              "add",
              "--config",
              file,
              "--email",
              "a@example.org",
              "--name",
              "A",
              "--role",
              "ADMIN");
      assertThat(added).contains("Added.", "/sign-in/link/");
      String again = run("user", "link", "--config", file, "--email", "A@Example.org");
      assertThat(again).contains("/sign-in/link/").doesNotContain("Added");
      assertThat(link(again)).isNotEqualTo(link(added));
      assertThat(run("user", "link", "--config", file, "--email", "b@example.org"))
          .contains("Nobody has the address b@example.org")
          .doesNotContain("\tat ");
      assertThat(run("user", "add", "--config", file, "--email", "c@example.org"))
          .contains("name", "roles")
          .doesNotContain("\tat ", "/sign-in/link/");
    }
  }

  private static String link(String printed) {
    return printed.substring(printed.indexOf("/sign-in/link/")).lines().findFirst().orElseThrow();
  }

  private String config(TestDatabase database) throws IOException {
    return Files.writeString(
            folder.resolve("config.yml"),
            """
            dataFolder: %s
            secretKey: a-secret-of-at-least-32-characters-of-our-own
            database: {url: '%s', user: '%s', password: '%s'}
            """
                .formatted(
                    folder.resolve("data"),
                    database.jdbcUrl(),
                    database.user(),
                    database.password()))
        .toString();
  }

  private static String run(String... arguments) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try {
      System.setOut(both);
      System.setErr(both);
      new GaungApplication() {
        @Override
        protected void onFatalError(Throwable failure) {
          // What was printed says it.
        }
      }.run(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
