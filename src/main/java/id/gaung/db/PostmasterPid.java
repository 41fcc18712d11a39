package id.gaung.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid} (PostgreSQL's src/include/utils/pidfile.h:
 * line 1 process, 2 data directory, 4 port, 8 status).
 */
record PostmasterPid(long pid, String dataDirectory, int port, String status) {

  /** Empty when there is no such file, or when a server is only just writing it. */
  static Optional<PostmasterPid> read(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(cluster), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.size() < 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PostmasterPid(
              Long.parseLong(lines.get(0).strip()),
              lines.get(1).strip(),
              Integer.parseInt(lines.get(3).strip()),
              lines.size() < 8 ? "starting" : lines.get(7).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /**
   * The living server. The number alone proves nothing: after a reboot another program may have it,
   * and a dead server nobody has waited for still has its number but no program any more.
   */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(PostmasterPid::isPostgres);
  }

  /** Whether anything at all has this process number, so that PostgreSQL would refuse to start. */
  boolean numberIsTaken() {
    return ProcessHandle.of(pid).isPresent();
  }

  boolean isReady() {
    return status.equals("ready");
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command.replace(" (deleted)", "")).getFileName().toString())
        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
        .isPresent();
  }
}
