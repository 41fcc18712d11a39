package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The commands as they are typed, where they refuse before anything is started. Alone, as they take
 * the console.
 */
@Isolated
class CommandsTest {

  private static final String OWN_KEY = "a-secret-of-at-least-32-characters-of-our-own";

  @TempDir Path folder;

  @Test
  void check_says_that_the_settings_are_right() throws Exception {
    Ran ran = run("check", config("secretKey: " + OWN_KEY));
    assertThat(ran.failed).isFalse();
    assertThat(ran.printed).contains("config.yml is right.");
    assertThat(Files.exists(data())).isFalse();
  }

  @Test
  void check_tries_what_the_settings_name_and_starts_nothing() throws Exception {
    int silent;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent = socket.getLocalPort();
    }
    Ran ran =
        run(
            "check",
            config("secretKey: " + OWN_KEY + "\npublicUrl: http://127.0.0.1:" + silent + "/"));
    assertThat(ran.failed).isFalse();
    assertThat(ran.printed)
        .contains("secret key", "one of your own")
        .contains("can be made at the first start")
        .contains("not tried: the embedded PostgreSQL comes with the first start")
        .contains("not tried: nobody answers at http://127.0.0.1:" + silent)
        .contains("without app keys it cannot be connected");
    assertThat(Files.exists(data())).isFalse();
  }

  @Test
  void check_fails_where_something_named_is_wrong() throws Exception {
    Ran halfAnApp = run("check", config("platforms: {instagram: {appId: 4711}}"));
    assertThat(halfAnApp.failed).isTrue();
    assertThat(halfAnApp.printed).contains("Instagram", "WRONG: the app's secret is missing");
    assertThat(halfAnApp.printed).doesNotContain("is right");
    Ran noDatabase =
        run("check", config("database: {url: 'jdbc:postgresql://127.0.0.1:1/none', user: a}"));
    assertThat(noDatabase.failed).isTrue();
    assertThat(noDatabase.printed).contains("WRONG: The database at").doesNotContain("\tat ");
  }

  @Test
  void check_tries_whether_the_folder_can_be_made() throws Exception {
    for (String nowhere : new String[] {"/proc/nope", "/dev/null/data"}) {
      String file = config("secretKey: " + OWN_KEY);
      Files.writeString(
          Path.of(file), Files.readString(Path.of(file)).replace(data().toString(), nowhere));
      Ran ran = run("check", file);
      assertThat(ran.failed).as(nowhere).isTrue();
      assertThat(ran.printed).contains("WRONG: " + nowhere).doesNotContain("is right", "\tat ");
    }
  }

  @Test
  void check_names_a_wrong_address_without_a_trace() throws Exception {
    for (String wrong : new String[] {"ftp://x.go.id", "nonsense", "http://x.go.id/sub/"}) {
      Ran ran = run("check", config("publicUrl: " + wrong));
      assertThat(ran.failed).isTrue();
      assertThat(ran.printed).contains("GAUNG_PUBLIC_URL").doesNotContain("\tat ", "is right");
      assertThat(
              run("server", config("publicUrl: %s%nsecretKey: %s".formatted(wrong, OWN_KEY)))
                  .failed)
          .isTrue();
    }
  }

  @Test
  void what_only_tells_of_data_makes_none_where_there_is_none() throws Exception {
    String file = config("secretKey: " + OWN_KEY);
    for (String[] command :
        new String[][] {
          {"audit", "verify", "--config", file},
          {"report", "--config", file},
          {"report", "2026-W48", "--csv", "--config", file}
        }) {
      Ran ran = run(command);
      assertThat(ran.failed).as(command[0]).isTrue();
      assertThat(ran.printed).contains("no data yet").doesNotContain("\tat ");
      assertThat(Files.exists(data())).isFalse();
    }
  }

  @Test
  void readme_and_the_unit_file_start_it_with_the_recommended_options() throws Exception {
    String options = String.join(" ", JvmOptions.RECOMMENDED);
    assertThat(Files.readString(Path.of("README.md")))
        .contains(
            "java " + String.join(" ", JvmOptions.PRACTICE) + " -jar target/gaung.jar practice")
        .contains("java " + options + " -jar target/gaung.jar server config.yml");
    assertThat(Files.readString(Path.of("docs/gaung.service")))
        .contains("java " + options + " -jar ");
  }

  @Test
  void check_names_a_wrong_key_without_a_trace_and_fails() throws Exception {
    for (String wrong : new String[] {"publicUrll: http://localhost", "database: {poolSize: 1}"}) {
      Ran ran = run("check", config(wrong));
      assertThat(ran.failed).isTrue();
      assertThat(ran.printed)
          .contains(wrong.startsWith("public") ? "publicUrll" : "database.poolSize")
          .doesNotContain("\tat ");
    }
    Ran missing = run("check", folder.resolve("none.yml").toString());
    assertThat(missing.failed).isTrue();
    assertThat(missing.printed).contains("File not found").doesNotContain("\tat ");
  }

  @Test
  void a_production_start_that_is_refused_leaves_the_data_folder_free() throws Exception {
    Ran known = run("server", config("secretKey: " + GaungConfiguration.PRACTICE_KEY));
    assertThat(known.failed).isTrue();
    assertThat(known.printed).contains("secretKey");
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran refused = run("server", config("secretKey: " + OWN_KEY, busy.getLocalPort()));
      assertThat(refused.failed).isTrue();
      assertThat(refused.printed).contains("Port " + busy.getLocalPort());
    }
    Ran closed =
        run(
            "server",
            config(
                "secretKey: %s%ndatabase: {url: 'jdbc:postgresql://127.0.0.1:1/gaung'}"
                    .formatted(OWN_KEY)));
    assertThat(closed.failed).isTrue();
    assertThat(Files.exists(data().resolve("use"))).isFalse();
  }

  @Test
  void neither_use_takes_the_folder_of_the_other() throws Exception {
    DataUse.PRACTICE.claim(data());
    Ran server = run("server", config("secretKey: " + OWN_KEY));
    assertThat(server.failed).isTrue();
    assertThat(server.printed).contains("holds practice data");
    assertThat(Files.readString(data().resolve("use"))).isEqualTo("practice");
  }

  @Test
  void what_was_typed_wrongly_is_named_without_the_words_of_a_page() throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
      Console.fail(Problem.invalid("email", "person.email-taken"));
    } finally {
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("Not accepted:\n  email: ")
        .doesNotContain("page");
  }

  private record Ran(boolean failed, String printed) {}

  private static Ran run(String... arguments) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    boolean[] failed = {false};
    try {
      System.setOut(both);
      System.setErr(both);
      new GaungApplication() {
        @Override
        protected void onFatalError(Throwable failure) {
          failed[0] = true;
        }
      }.run(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return new Ran(failed[0], printed.toString(StandardCharsets.UTF_8));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String config(String more) throws IOException {
    return config(more, 0);
  }

  private String config(String more, int port) throws IOException {
    Path file = folder.resolve("config.yml");
    Files.writeString(
        file,
        """
        dataFolder: %s
        server:
          applicationConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
          adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
        %s
        """
            .formatted(data(), port, more));
    return file.toString();
  }
}
