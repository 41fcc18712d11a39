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

  /** Beside the product, in the same jar. */
  static final Path PRACTICE_CODE = Path.of("src/practice/java");

  static final Path PRACTICE_TEMPLATES = Path.of("src/practice/jte");

  private Sources() {}

  /** What is compiled of the product and of practice, by its path within its root. */
  static SortedMap<String, String> code(String ending) {
    return both(CODE, PRACTICE_CODE, ending);
  }

  /** The templates of the product and of practice, by their names. */
  static SortedMap<String, String> templates() {
    return both(TEMPLATES, PRACTICE_TEMPLATES, ".jte");
  }

  /** What is in two folders that are one in the jar: nothing may be in both. */
  static SortedMap<String, String> both(Path product, Path practice, String ending) {
    SortedMap<String, String> all = in(product, ending);
    in(practice, ending)
        .forEach(
            (name, text) -> {
              if (all.put(name, text) != null) {
                throw new IllegalStateException("in both roots: " + name);
              }
            });
    return all;
  }

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
