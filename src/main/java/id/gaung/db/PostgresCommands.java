package id.gaung.db;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, one at a time. */
record PostgresCommands(
    EmbeddedPostgresFiles files, EmbeddedPostgresPrograms programs, PostgresAccount account) {

  /** What programs need: where helpers lie, and on Windows the system's own libraries. */
  static final Set<String> NEEDED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "TZ",
          "TMPDIR",
          "LD_LIBRARY_PATH",
          "SystemRoot",
          "TEMP",
          "TMP");

  /**
   * Starts a program. What it says goes to a file and not through a pipe, which a server would
   * inherit and keep open.
   */
  Process begin(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(account.wrap(command))
            .directory(files.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(files.programOutput().toFile());
    // Not the secrets of this process: other programs of the account could read them there.
    builder.environment().keySet().retainAll(NEEDED);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  /** Whether the program ended well; false also when it did not end in time. */
  boolean run(Path program, List<String> arguments, Duration limit) {
    Process process = begin(program, arguments);
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw DatabaseUnavailable.interrupted(e);
    }
  }
}
