package id.gaung.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a start failed, in PostgreSQL's words: what its logs gained since {@link #watch}. */
final class PostgresFailure {
  // A wrong line of postgresql.conf is only logged; the fatal line after it does not name it.
  private static final Pattern REASON =
      Pattern.compile(
          "(?:(?:FATAL|PANIC|ERROR|error): +"
              + "|LOG: +(?=invalid value|unrecognized|syntax error|could not))(.+)");

  private final EmbeddedPostgresFiles files;
  private final Map<Path, Long> lengths;

  private PostgresFailure(EmbeddedPostgresFiles files, Map<Path, Long> lengths) {
    this.files = files;
    this.lengths = lengths;
  }

  static PostgresFailure watch(EmbeddedPostgresFiles files) throws IOException {
    Map<Path, Long> lengths = new HashMap<>();
    for (Path log : logs(files)) {
      lengths.put(log, Files.size(log));
    }
    return new PostgresFailure(files, lengths);
  }

  /** Whether another attempt may succeed: a port, or processes of a killed server, about to end. */
  boolean isPassing() throws IOException {
    return isPortTaken() || said().contains("is still in use");
  }

  boolean isPortTaken() throws IOException {
    String said = said();
    return said.contains("Address already in use") || said.contains("could not bind");
  }

  DatabaseUnavailable sentence() throws IOException {
    String said = said();
    if (DatabaseUnavailable.isDiskFull(said)) {
      return DatabaseUnavailable.diskFull(files.home(), null);
    }
    List<String> reasons =
        said.lines()
            .map(REASON::matcher)
            .filter(Matcher::find)
            .map(reason -> reason.group(1))
            .distinct()
            .toList();
    String reason = reasons.isEmpty() ? "it gave no reason" : String.join("; ", reasons);
    return new DatabaseUnavailable(
        "PostgreSQL did not start on %s: %s (see %s and %s)."
            .formatted(
                files.cluster(), reason, files.programOutput(), files.cluster().resolve("log")));
  }

  private String said() throws IOException {
    StringBuilder said = new StringBuilder();
    if (Files.exists(files.programOutput())) {
      said.append(Files.readString(files.programOutput(), StandardCharsets.ISO_8859_1));
    }
    for (Path log : logs(files)) {
      byte[] bytes = Files.readAllBytes(log);
      long before = lengths.getOrDefault(log, 0L);
      int from = before <= bytes.length ? (int) before : 0;
      said.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
    }
    return said.toString();
  }

  private static List<Path> logs(EmbeddedPostgresFiles files) throws IOException {
    Path folder = files.cluster().resolve("log");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> logs = Files.list(folder)) {
      return logs.sorted().toList();
    }
  }
}
