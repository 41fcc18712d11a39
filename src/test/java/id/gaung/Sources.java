package id.gaung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, for the tests that read them. */
final class Sources {

  static final Path TEMPLATES = Path.of("src/main/jte");
  static final Path CODE = Path.of("src/main/java");
  static final Path TESTS = Path.of("src/test/java");

  private Sources() {}

  /** All files below a folder with this ending: their contents by their path within it. */
  static SortedMap<String, String> in(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      SortedMap<String, String> found = new TreeMap<>();
      for (Path file : all.filter(f -> f.toString().endsWith(ending)).toList()) {
        found.put(folder.relativize(file).toString(), Files.readString(file));
      }
      return found;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The first group of each match. */
  static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(Sources::firstGroup).toList();
  }

  private static String firstGroup(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) {
        return match.group(i);
      }
    }
    throw new IllegalArgumentException("the pattern has no group");
  }
}
