package id.gaung.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A PostgreSQL that Gaung brings along, for the real data of one office: its programs, its cluster,
 * its password and its log are kept under the data directory, it listens on 127.0.0.1 only, and
 * every commit is on the disk before it is reported.
 *
 * <p>One Gaung per data directory. When Gaung is killed its server lives on, loses nothing, and the
 * next start adopts it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The major version of the programs that Gaung brings. */
  public static final String MAJOR_VERSION = "18";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final EmbeddedPostgresLock lock;
  private final Postmaster postmaster;
  private final String password;
  private final int port;
  private final boolean adopted;
  private Optional<PostmasterWatch> watch = Optional.empty();
  private boolean closed;

  private EmbeddedPostgres(
      EmbeddedPostgresLock lock,
      Postmaster postmaster,
      String password,
      int port,
      boolean adopted) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.password = password;
    this.port = port;
    this.adopted = adopted;
  }

  /**
   * Brings the database up and returns when it can be used; the first start unpacks the programs
   * and makes an empty database {@code gaung}. Blocks, so a caller with other work to do runs it in
   * a thread of its own. Whoever gets the result must {@link #close} it last, after all that uses
   * the database; no shutdown hook does so, since hooks run in no order.
   *
   * @throws DatabaseUnavailable with the sentence for the operator
   */
  public static EmbeddedPostgres start(Path dataDirectory) {
    return start(dataDirectory, PATIENCE);
  }

  /**
   * How to reach the server that a running Gaung has on this data directory, for a command that
   * only needs the database; empty when there is none yet. Whether it answers is for the caller to
   * find out.
   */
  public static Optional<DatabaseAddress> running(Path dataDirectory) {
    EmbeddedPostgresFiles files = EmbeddedPostgresFiles.in(dataDirectory);
    try {
      if (Files.notExists(files.port()) || Files.notExists(files.password())) {
        return Optional.empty();
      }
      return Optional.of(
          new DatabaseAddress(
              jdbcUrl(Integer.parseInt(Files.readString(files.port()).strip())),
              EmbeddedPostgresLogin.USER,
              Files.readString(files.password()).strip()));
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether a database was ever made on this data directory. Makes nothing. */
  public static boolean isMade(Path dataDirectory) {
    return Files.isDirectory(
        new EmbeddedPostgresFiles(dataDirectory.toAbsolutePath().normalize()).cluster());
  }

  static EmbeddedPostgres start(Path dataDirectory, Duration patience) {
    EmbeddedPostgresFiles files = EmbeddedPostgresFiles.in(dataDirectory);
    EmbeddedPostgresLock lock = EmbeddedPostgresLock.take(files);
    boolean running = false;
    try {
      EmbeddedPostgres postgres = start(files, lock, patience);
      running = true;
      return postgres;
    } catch (IOException e) {
      throw files.unavailable(e);
    } finally {
      if (!running) {
        lock.close();
      }
    }
  }

  private static EmbeddedPostgres start(
      EmbeddedPostgresFiles files, EmbeddedPostgresLock lock, Duration patience)
      throws IOException {
    EmbeddedPostgresPrograms programs = EmbeddedPostgresPrograms.unpackedUnder(files);
    PostgresAccount account = PostgresAccount.choose(files, programs);
    PostgresCommands commands = new PostgresCommands(files, programs, account);
    EmbeddedPostgresCluster cluster = EmbeddedPostgresCluster.openOrMake(commands);
    Postmaster postmaster = new Postmaster(commands, cluster, patience);
    OptionalInt found = postmaster.adopt();
    if (found.isPresent()) {
      return new EmbeddedPostgres(lock, postmaster, cluster.password(), found.getAsInt(), true);
    }
    programs.deleteOthers();
    int port = postmaster.start();
    return new EmbeddedPostgres(lock, postmaster, cluster.password(), port, false);
  }

  /**
   * From now on a server whose process ends by itself is started again.
   *
   * @param onRestart called when it runs again: what was connected is not any more
   * @param onLost called when it cannot be started
   */
  public synchronized void keepRunning(Runnable onRestart, Runnable onLost) {
    watch = Optional.of(new PostmasterWatch(postmaster, port, onRestart, onLost));
  }

  public String jdbcUrl() {
    return jdbcUrl(port);
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgresLogin.DATABASE;
  }

  /** Owner of the database, not a superuser. */
  public String user() {
    return EmbeddedPostgresLogin.USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /** Whether the server was already running, left by a Gaung that was killed. */
  public boolean adopted() {
    return adopted;
  }

  /**
   * Stops the server and gives the data directory free; a second call does nothing. Open sessions
   * are cut.
   *
   * @throws DatabaseUnavailable when the server does not end within a minute
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watch.ifPresent(PostmasterWatch::close);
    try {
      postmaster.stop();
    } finally {
      lock.close();
    }
  }
}
