package id.gaung.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of a test JVM, which promises no durability. Making a cluster and migrating it
 * takes seconds, so both are done once for each state of the migrations and kept under {@code
 * target}; a JVM works on a copy of those files, so that any number may run and be killed.
 */
final class TestPostgres {
  static final String MIGRATED = "migrated";
  static final String PRACTICE = "practice";
  static final String USER = "postgres";
  private static final Path HOME = Path.of("target", "test-database").toAbsolutePath();
  private static final String RUNNING = "jvm-";
  private static final String TEMPLATE = "template-";

  private TestPostgres() {}

  static EmbeddedPostgres start() {
    try {
      Files.createDirectories(HOME);
      Path own = HOME.resolve(RUNNING + ProcessHandle.current().pid());
      // Test JVMs start side by side: one of them makes the template, the others wait for it.
      try (FileChannel lock =
          FileChannel.open(
              HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        deleteWhatKilledJvmsLeft();
        EmbeddedPostgresFiles.deleteTree(own);
        copyTree(template(), own);
      }
      EmbeddedPostgres postgres = serve(own);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, own)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedPostgres postgres, Path own) {
    try {
      postgres.close();
      EmbeddedPostgresFiles.deleteTree(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path template() throws IOException {
    Path template = HOME.resolve(TEMPLATE + fingerprint());
    if (Files.exists(template)) {
      return template;
    }
    deleteAll(TEMPLATE, name -> true);
    Path part = HOME.resolve(RUNNING + ProcessHandle.current().pid() + "-new");
    EmbeddedPostgresFiles.deleteTree(part);
    try (EmbeddedPostgres postgres = serve(part)) {
      migrate(postgres);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Files.move(part, template, StandardCopyOption.ATOMIC_MOVE);
    return template;
  }

  private static void migrate(EmbeddedPostgres postgres) throws SQLException {
    Migrations.run(made(postgres, MIGRATED, "template1"));
    Migrations.run(
        made(postgres, PRACTICE, MIGRATED), List.of("migrations/practice/changelog.xml"));
  }

  private static PGSimpleDataSource made(EmbeddedPostgres postgres, String name, String template)
      throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.getJdbcUrl(USER, name));
    return source;
  }

  private static EmbeddedPostgres serve(Path cluster) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        // The same collation as in production, and little to copy.
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("wal-segsize", "1")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("wal_level", "minimal")
        .setServerConfig("max_wal_senders", "0")
        .setServerConfig("max_wal_size", "64MB")
        .setServerConfig("autovacuum", "off")
        .setServerConfig("max_connections", "300")
        .setServerConfig("timezone", "UTC")
        .setPGStartupWait(Duration.ofMinutes(1))
        .start();
  }

  /** Of the names and contents of the migrations. */
  private static String fingerprint() throws IOException {
    CRC32 sum = new CRC32();
    for (Path file : filesIn(migrations())) {
      sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      sum.update(Files.readAllBytes(file));
    }
    return Long.toHexString(sum.getValue());
  }

  private static Path migrations() {
    URL changelog =
        Objects.requireNonNull(TestPostgres.class.getResource("/" + Migrations.CHANGELOG));
    return Path.of(URI.create(changelog.toString())).resolveSibling("");
  }

  /** A server that lost its files ends by itself within a minute. */
  private static void deleteWhatKilledJvmsLeft() throws IOException {
    deleteAll(
        RUNNING, name -> ProcessHandle.of(Long.parseLong(name.replaceAll("\\D", ""))).isEmpty());
  }

  private static void deleteAll(String prefix, Predicate<String> which) throws IOException {
    for (Path each : list(HOME)) {
      String name = each.getFileName().toString();
      if (name.startsWith(prefix) && which.test(name)) {
        EmbeddedPostgresFiles.deleteTree(each);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** Those of its folders as well: the views. */
  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(
            each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
