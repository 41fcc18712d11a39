package id.gaung.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cluster: made once, opened at every start.
 *
 * @param password of both the superuser {@code postgres} and Gaung's own role
 */
record EmbeddedPostgresCluster(Path path, String password) {
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);
  private static final long BYTES_NEEDED = 200L << 20;

  // Written to postgresql.conf when the cluster is made, where the operator of a larger machine may
  // change them. Sized for two cores and 2 GB. What keeps the data safe (fsync, full_page_writes,
  // synchronous_commit) is PostgreSQL's default and stays so. Seven log files, one per weekday,
  // each
  // emptied when its day comes round again.
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "shared_buffers=160MB",
          "effective_cache_size=512MB",
          "maintenance_work_mem=64MB",
          "random_page_cost=1.1",
          "max_wal_size=512MB",
          "timezone=UTC",
          "log_timezone=UTC",
          "logging_collector=on",
          "log_directory=log",
          "log_filename=postgresql-%a.log",
          "log_truncate_on_rotation=on",
          "log_rotation_age=1d",
          "log_rotation_size=0",
          "log_checkpoints=off",
          "log_min_duration_statement=2s",
          "log_line_prefix=%m [%p] ");

  static EmbeddedPostgresCluster openOrMake(PostgresCommands commands) {
    EmbeddedPostgresFiles files = commands.files();
    try {
      if (!Files.exists(files.cluster())) {
        make(commands, newPassword(files));
      }
      checkVersion(commands);
      if (!Files.exists(files.password())) {
        throw new DatabaseUnavailable(
            "The database in %s needs its password, but %s is missing: restore that file."
                .formatted(files.cluster(), files.password()));
      }
      commands.account().own(files.cluster());
      return new EmbeddedPostgresCluster(
          files.cluster(), Files.readString(files.password(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  /** A password left by an interrupted first start serves as well as a new one. */
  private static String newPassword(EmbeddedPostgresFiles files) throws IOException {
    if (Files.exists(files.password())) {
      return Files.readString(files.password(), StandardCharsets.UTF_8).strip();
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    EmbeddedPostgresFiles.writeSecret(files.password(), password + "\n");
    return password;
  }

  private static void make(PostgresCommands commands, String password) throws IOException {
    EmbeddedPostgresFiles files = commands.files();
    if (Files.getFileStore(files.home()).getUsableSpace() < BYTES_NEEDED) {
      throw DatabaseUnavailable.diskFull(files.home(), null);
    }
    EmbeddedPostgresFiles.deleteTree(files.newCluster());
    Files.createDirectory(files.newCluster());
    Path passwordFile = files.newCluster().resolve("password");
    EmbeddedPostgresFiles.writeSecret(passwordFile, password);
    commands.account().own(files.newCluster());
    Path cluster = files.newCluster().resolve("cluster");
    boolean made =
        commands.run(commands.programs().initdb(), arguments(cluster, passwordFile), INITDB_LIMIT);
    if (!made) {
      throw failed(files);
    }
    Files.move(cluster, files.cluster(), StandardCopyOption.ATOMIC_MOVE);
    EmbeddedPostgresFiles.sync(files.home());
    EmbeddedPostgresFiles.deleteTree(files.newCluster());
  }

  // C.UTF-8 of the built-in provider sorts by code point and knows the case of every letter, the
  // same on each operating system and version of its libraries: an index never goes bad by moving.
  private static List<String> arguments(Path cluster, Path passwordFile) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + cluster,
                "--username=" + EmbeddedPostgresLogin.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth-host=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
    for (String setting : SETTINGS) {
      arguments.add("--set=" + setting);
    }
    return arguments;
  }

  private static DatabaseUnavailable failed(EmbeddedPostgresFiles files) throws IOException {
    String output = Files.readString(files.programOutput(), StandardCharsets.UTF_8);
    if (DatabaseUnavailable.isDiskFull(output)) {
      return DatabaseUnavailable.diskFull(files.home(), null);
    }
    try (Stream<String> lines = output.lines()) {
      String reason =
          lines
              .filter(line -> line.contains("error:") || line.contains("FATAL:"))
              .collect(Collectors.joining("; "));
      return new DatabaseUnavailable(
          "PostgreSQL's initdb could not make a database in %s: %s (see %s)."
              .formatted(files.home(), reason, files.programOutput()));
    }
  }

  /** A cluster can only be opened by the major version that made it. */
  private static void checkVersion(PostgresCommands commands) throws IOException {
    Path cluster = commands.files().cluster();
    if (!Files.isReadable(cluster) || !Files.isExecutable(cluster)) {
      throw new AccessDeniedException(cluster.toString());
    }
    Path file = cluster.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new DatabaseUnavailable(
          "The folder %s is not a PostgreSQL database: move it away, or restore a backup."
              .formatted(cluster));
    }
    String made = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!made.equals(EmbeddedPostgres.MAJOR_VERSION)) {
      throw new DatabaseUnavailable(
          ("The database in %s was made by PostgreSQL %s, but this Gaung brings PostgreSQL %s: move"
                  + " the data with pg_dump and pg_restore.")
              .formatted(cluster, made, EmbeddedPostgres.MAJOR_VERSION));
    }
  }
}
