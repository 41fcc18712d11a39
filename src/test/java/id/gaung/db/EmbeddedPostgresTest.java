package id.gaung.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class EmbeddedPostgresTest {
  private static final Duration NO_PATIENCE = Duration.ofMillis(200);

  /** Made once: each test works on a copy of its files, which spares initdb and unpacking. */
  @TempDir static Path made;

  @TempDir Path temporary;
  private Path data;

  @BeforeAll
  static void make() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(made)) {
      execute(postgres, "CREATE TABLE note (text text NOT NULL)");
      execute(postgres, "INSERT INTO note VALUES ('kept')");
    }
  }

  @BeforeEach
  void copy() throws Exception {
    data = Files.createDirectory(temporary.resolve("data"));
    // Links to the programs' files where the system has them, real copies of the rest.
    String copy =
        """
        cp -al "$1/pgsql" "$2" 2>/dev/null || cp -a "$1/pgsql" "$2"
        cp -a "$1/postgres" "$1/postgres.password" "$1/postgres.port" "$2"
        """;
    Process copying =
        new ProcessBuilder("sh", "-c", copy, "sh", made.toString(), data.toString())
            .inheritIO()
            .start();
    assertThat(copying.waitFor()).isZero();
  }

  /** Whatever a test leaves running is stopped, so that the folder can be deleted. */
  @AfterEach
  void stopWhatIsLeft() {
    if (postmaster().isPresent()) {
      EmbeddedPostgres.start(data).close();
      assertThat(postmaster()).isEmpty();
    }
  }

  @Test
  void its_processes_know_nothing_of_our_settings() throws Exception {
    Set<String> ours = new HashSet<>(System.getenv().keySet());
    ours.removeAll(PostgresCommands.NEEDED);
    ours.removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_"));
    assertThat(ours).isNotEmpty();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
      Path file = Path.of("/proc", postmaster().orElseThrow().pid() + "", "environ");
      assumeThat(file).exists();
      List<String> names = new ArrayList<>();
      for (String entry : Files.readString(file, StandardCharsets.ISO_8859_1).split("\0")) {
        names.add(entry.replaceFirst("=.*", ""));
      }
      assertThat(names).contains("PATH").doesNotContainAnyElementsOf(ours);
    }
  }

  @Test
  void a_new_database_is_durable_and_behind_a_password() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
      assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(postgres, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(query(postgres, "SHOW data_checksums")).isEqualTo("on");
      assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(postgres, "SHOW server_version"))
          .startsWith(EmbeddedPostgres.MAJOR_VERSION + ".");
      assertThat(query(postgres, "SELECT upper('é')")).isEqualTo("É");
      assertThat(query(postgres, "SHOW is_superuser")).isEqualTo("off");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "gaung", "guessed"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("postgres.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_restart_keeps_data_port_and_password() throws Exception {
    String url;
    String password;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      url = postgres.jdbcUrl();
      password = postgres.password();
      execute(postgres, "INSERT INTO note VALUES ('second')");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.adopted()).isFalse();
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(postgres.password()).isEqualTo(password);
      assertThat(query(postgres, "SELECT string_agg(text, ' ' ORDER BY text) FROM note"))
          .isEqualTo("kept second");
    }
  }

  @Test
  void a_server_whose_owner_was_killed_is_adopted() throws Exception {
    Process owner = owner();
    String url = started(owner);
    owner.destroyForcibly().waitFor();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.adopted()).isTrue();
      assertThat(url).startsWith(postgres.jdbcUrl());
      assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("kept");
    }
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void a_server_left_running_that_does_not_let_gaung_in_is_replaced() throws Exception {
    Process owner = owner();
    started(owner);
    owner.destroyForcibly().waitFor();
    ProcessHandle left = postmaster().orElseThrow().process().orElseThrow();
    asSuperuser(
        postmaster().orElseThrow().port(),
        "template1",
        "ALTER DATABASE postgres ALLOW_CONNECTIONS false");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, NO_PATIENCE)) {
      assertThat(postgres.adopted()).isFalse();
      left.onExit().get(10, TimeUnit.SECONDS);
      assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("kept");
      asSuperuser(postgres.port(), "template1", "ALTER DATABASE postgres ALLOW_CONNECTIONS true");
    }
  }

  @Test
  void after_a_crash_of_the_server_its_committed_data_is_there() throws Exception {
    EmbeddedPostgres crashing = EmbeddedPostgres.start(data);
    execute(crashing, "INSERT INTO note VALUES ('committed')");
    ProcessHandle server = postmaster().orElseThrow().process().orElseThrow();
    signal("KILL", server.pid());
    server.onExit().get(10, TimeUnit.SECONDS);
    crashing.close();
    assertThat(postmaster()).as("the file of the dead server").isPresent();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.adopted()).isFalse();
      assertThat(query(postgres, "SELECT count(*) FROM note")).isEqualTo("2");
    }
  }

  @Test
  void a_server_whose_process_is_killed_is_started_again_on_its_port() throws Exception {
    CountDownLatch again = new CountDownLatch(1);
    CountDownLatch lost = new CountDownLatch(1);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      postgres.keepRunning(again::countDown, lost::countDown);
      execute(postgres, "INSERT INTO note VALUES ('committed')");
      signal("KILL", postmaster().orElseThrow().pid());
      assertThat(again.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(query(postgres, "SELECT count(*) FROM note")).isEqualTo("2");
      assertThat(lost.getCount()).isEqualTo(1);
    }
    assertThat(postmaster()).as("a closed server stays closed").isEmpty();
  }

  @Test
  void a_stale_pid_file_whose_number_another_program_has_does_not_hinder() throws Exception {
    Files.write(
        data.resolve("postgres/postmaster.pid"),
        List.of(
            String.valueOf(ProcessHandle.current().pid()),
            data.toRealPath().resolve("postgres").toString(),
            "1700000000",
            "5432",
            "",
            "127.0.0.1",
            "  2146326         8",
            "ready   "));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.adopted()).isFalse();
      assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("kept");
    }
  }

  @Test
  void a_copy_of_a_directory_in_use_is_refused() throws Exception {
    Process owner = owner();
    started(owner);
    Path copy = temporary.resolve("copy");
    assertThat(new ProcessBuilder("cp", "-a", data.toString(), copy.toString()).start().waitFor())
        .isZero();
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(copy))
        .withMessageContaining("was copied or moved while in use");
    end(owner);
  }

  @Test
  void a_second_gaung_on_the_same_directory_is_refused() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThatExceptionOfType(DatabaseUnavailable.class)
          .isThrownBy(() -> EmbeddedPostgres.start(data))
          .withMessageStartingWith("Another Gaung is already running on");
      Process second = owner();
      assertThat(started(second)).startsWith("Another Gaung is already running on");
      assertThat(second.waitFor()).isZero();
      assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("kept");
    }
  }

  @Test
  void an_owner_that_ends_properly_stops_the_server() throws Exception {
    Process owner = owner();
    started(owner);
    ProcessHandle server = postmaster().orElseThrow().process().orElseThrow();
    end(owner);
    server.onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void another_port_is_taken_when_the_kept_one_is_in_use() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(data.resolve("postgres.port"), taken.getLocalPort() + "\n");
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
        assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(data.resolve("postgres.port")).hasContent(String.valueOf(postgres.port()));
      }
    }
  }

  @Test
  void an_interrupted_unpacking_or_initdb_is_not_taken_as_complete() throws Exception {
    Path fresh = temporary.resolve("fresh");
    Path programs = programs().getFileName();
    Files.createDirectories(fresh.resolve("pgsql").resolve(programs + ".part/bin"));
    Files.createDirectories(fresh.resolve("postgres.new/cluster/base"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(fresh)) {
      assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
    }
    assertThat(fresh.resolve("postgres.new")).doesNotExist();
    assertThat(fresh.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(fresh.resolve("pgsql")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_database_that_was_dropped_is_made_again() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      asSuperuser(postgres.port(), "postgres", "DROP DATABASE gaung WITH (FORCE)");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(query(postgres, "SELECT current_database()")).isEqualTo("gaung");
    }
  }

  @Test
  void a_setting_that_postgresql_refuses_is_told_in_one_sentence() throws Exception {
    Path settings = data.resolve("postgres/postgresql.conf");
    String good = Files.readString(settings);
    Files.writeString(settings, good + "\nshared_buffers = 'much'\n");
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(data))
        .withMessageStartingWith("PostgreSQL did not start on")
        .withMessageContaining("shared_buffers");
    Files.writeString(settings, good);
  }

  @Test
  void a_wrong_password_file_is_told_in_one_sentence_and_stops_nothing() throws Exception {
    Path file = data.resolve("postgres.password");
    String good = Files.readString(file);
    Process owner = owner();
    started(owner);
    owner.destroyForcibly().waitFor();
    Files.writeString(file, "another");
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(data))
        .withMessageContaining("refuses the password");
    assertThat(postmaster().orElseThrow().process()).isPresent();
    Files.writeString(file, good);
  }

  @Test
  void data_of_another_major_version_is_refused() throws Exception {
    Path version = data.resolve("postgres/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(data))
        .withMessageContaining("was made by PostgreSQL 17");
    Files.writeString(version, EmbeddedPostgres.MAJOR_VERSION + "\n");
  }

  @Test
  void a_directory_that_cannot_be_made_is_told_in_one_sentence() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
        .withMessageStartingWith("The data directory " + file.resolve("data"))
        .withMessageNotContaining("\n");
  }

  @Test
  void a_directory_without_the_right_to_write_is_told_in_one_sentence() throws Exception {
    Path locked = Files.createDirectory(temporary.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> EmbeddedPostgres.start(locked))
        .withMessageStartingWith("Gaung may not write to " + locked);
  }

  @Test
  void the_sentence_for_a_refused_or_full_disk_says_what_to_do() {
    Path directory = Path.of("/srv/gaung");
    assertThat(
            DatabaseUnavailable.because(
                directory, new AccessDeniedException("/srv/gaung/gaung.lock")))
        .hasMessageMatching("Gaung may not write to /srv/gaung/gaung.lock: give the account .*");
    assertThat(DatabaseUnavailable.because(directory, new IOException("No space left on device")))
        .hasMessage(
            "The disk that holds /srv/gaung is full: free some space and start Gaung again.");
  }

  private Process owner() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EmbeddedPostgresOwner.class.getName(),
            data.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** The first line the owner says: the address, or the sentence why there is none. */
  private static String started(Process owner) throws IOException {
    return new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static void end(Process owner) throws Exception {
    owner.getOutputStream().write('\n');
    owner.getOutputStream().close();
    assertThat(owner.waitFor()).isZero();
  }

  private Optional<PostmasterPid> postmaster() {
    try {
      return PostmasterPid.read(data.resolve("postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path programs() throws IOException {
    try (var all = Files.list(data.resolve("pgsql"))) {
      return all.findFirst().orElseThrow();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor())
        .isZero();
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void asSuperuser(int port, String database, String sql) throws Exception {
    String password = Files.readString(data.resolve("postgres.password")).strip();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
