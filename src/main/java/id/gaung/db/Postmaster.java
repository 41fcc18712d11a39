package id.gaung.db;

import id.gaung.db.EmbeddedPostgresLogin.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The server process of one cluster: found running and adopted, started, stopped. Whoever calls
 * holds the {@link EmbeddedPostgresLock}, so nobody else starts or stops it meanwhile.
 */
final class Postmaster {
  private static final Duration GLANCE = Duration.ofMillis(10);
  // Recovery after a power cut replays at most max_wal_size.
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final int START_ATTEMPTS = 20;

  private final PostgresCommands commands;
  private final EmbeddedPostgresCluster cluster;
  private final EmbeddedPostgresLogin login;
  private final Duration patience;

  /**
   * @param patience how long a server that was found running may take to answer before it is
   *     stopped
   */
  Postmaster(PostgresCommands commands, EmbeddedPostgresCluster cluster, Duration patience) {
    this.commands = commands;
    this.cluster = cluster;
    this.login = new EmbeddedPostgresLogin(cluster.path(), cluster.password());
    this.patience = patience;
  }

  /**
   * The port of a server left by a Gaung that was killed, once it answers. Empty when there is
   * none, or when it had to be stopped; then the cluster is free for {@link #start}.
   */
  OptionalInt adopt() throws IOException {
    Optional<PostmasterPid> found = PostmasterPid.read(cluster.path());
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    PostmasterPid pid = found.get();
    if (pid.process().isEmpty()) {
      deleteIfVoid(pid);
      return OptionalInt.empty();
    }
    if (!isSameDirectory(pid)) {
      throw new DatabaseUnavailable(
          "%s names the running PostgreSQL of %s (process %d): the data directory was copied or moved while in use; stop that server first."
              .formatted(PostmasterPid.file(cluster.path()), pid.dataDirectory(), pid.pid()));
    }
    if (runsOurPrograms() && answers(pid)) {
      return OptionalInt.of(pid.port());
    }
    stopIfAlive();
    return OptionalInt.empty();
  }

  /** Starts the server and waits until Gaung can work there; returns its port. */
  int start() throws IOException {
    PostgresPort port = new PostgresPort(commands.files());
    int number = port.choose();
    for (int attempt = 1; ; attempt++) {
      PostgresFailure failure = PostgresFailure.watch(commands.files());
      if (started(number)) {
        return number;
      }
      stopIfAlive();
      if (attempt == START_ATTEMPTS || !failure.isPassing()) {
        throw failure.sentence();
      }
      if (failure.isPortTaken()) {
        number = port.chooseAnother();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  /**
   * Starts a server that ended by itself, on its port. One attempt.
   *
   * @return whether it runs
   */
  boolean startAgain(int port) throws IOException {
    Optional<PostmasterPid> left = PostmasterPid.read(cluster.path());
    if (left.isPresent()) {
      deleteIfVoid(left.get());
    }
    if (started(port)) {
      return true;
    }
    stopIfAlive();
    return false;
  }

  /**
   * PostgreSQL itself replaces the file of a dead server, but refuses to start while any other
   * program has that process number. That program is no server, so the file is void.
   */
  private void deleteIfVoid(PostmasterPid pid) throws IOException {
    if (pid.process().isEmpty() && pid.numberIsTaken()) {
      Files.deleteIfExists(PostmasterPid.file(cluster.path()));
    }
  }

  /** Ends the server: sessions are cut, data is flushed. Without flushing when that takes long. */
  void stop() {
    if (!pgCtl("stop", "--mode=fast", "--timeout=30")
        && !pgCtl("stop", "--mode=immediate", "--timeout=15")
        && isAlive()) {
      throw new DatabaseUnavailable(
          "PostgreSQL in %s does not stop: end it by hand and start Gaung again."
              .formatted(cluster.path()));
    }
  }

  // pg_ctl puts the server into a session of its own, so that Ctrl-C in a terminal reaches Gaung
  // alone, which then closes its work before the database. On Windows it also takes the rights of
  // an administrator away. Its own waiting is coarse: Gaung looks itself and goes on at once.
  private boolean started(int port) throws IOException {
    Process pgCtl =
        commands.begin(
            commands.programs().pgCtl(),
            List.of(
                "start",
                "--pgdata=" + cluster.path(),
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--options=-p " + port));
    // Loads the driver while the server starts; at this moment it hardly ever gets an answer.
    if (login.openGaung(port) == Answer.OURS) {
      return true;
    }
    try {
      while (true) {
        boolean ended = pgCtl.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (ended && pgCtl.exitValue() != 0) {
          return false;
        }
        if (ended || isReadyOn(port)) {
          Answer answer = login.openGaung(port);
          if (answer == Answer.STRANGER) {
            stopIfAlive();
            throw refused();
          }
          if (answer == Answer.OURS || ended) {
            return answer == Answer.OURS;
          }
        }
      }
    } catch (InterruptedException e) {
      throw DatabaseUnavailable.interrupted(e);
    }
  }

  private boolean isReadyOn(int port) throws IOException {
    return PostmasterPid.read(cluster.path())
        .filter(PostmasterPid::isReady)
        .filter(pid -> pid.port() == port)
        .flatMap(PostmasterPid::process)
        .isPresent();
  }

  private boolean answers(PostmasterPid pid) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < patience.toNanos()) {
      switch (login.openSuperuser(pid.port())) {
        case OURS -> {
          return true;
        }
        case STRANGER -> throw refused();
        case NOT_YET -> {}
      }
      if (pid.process().isEmpty()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return false;
  }

  private DatabaseUnavailable refused() {
    return new DatabaseUnavailable(
        "The PostgreSQL of %s refuses the password in %s: restore that file."
            .formatted(cluster.path(), commands.files().password()));
  }

  /** After an update the old server goes on with the old programs until it is replaced. */
  private boolean runsOurPrograms() throws IOException {
    String command =
        Files.readString(cluster.path().resolve("postmaster.opts"), StandardCharsets.UTF_8);
    return command.startsWith(commands.programs().postgres().toString());
  }

  private boolean isSameDirectory(PostmasterPid pid) {
    try {
      return Files.isSameFile(Path.of(pid.dataDirectory()), cluster.path());
    } catch (IOException e) {
      return false;
    }
  }

  private void stopIfAlive() {
    if (isAlive()) {
      stop();
    }
  }

  boolean isAlive() {
    try {
      return PostmasterPid.read(cluster.path()).flatMap(PostmasterPid::process).isPresent();
    } catch (IOException e) {
      throw commands.files().unavailable(e);
    }
  }

  private boolean pgCtl(String action, String mode, String timeout) {
    return commands.run(
        commands.programs().pgCtl(),
        List.of(action, "--pgdata=" + cluster.path(), mode, "--wait", timeout),
        Duration.ofMinutes(1));
  }
}
