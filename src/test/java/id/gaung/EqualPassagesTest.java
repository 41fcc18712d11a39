package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What two features write alike, line for line, belongs into what both may use. Six equal lines in
 * a row make a passage; imports, blank lines and the white space around a line count for nothing.
 */
class EqualPassagesTest {

  private static final Path SOURCES = Path.of("src/main/java/id/gaung");
  private static final int LINES = 6;
  private static final int AT_MOST = 10;

  /** Six lines from {@code from} on, counted in the lines that count. */
  private record Place(String feature, String file, int from) {}

  @Test
  void two_features_share_few_equal_passages() throws IOException {
    assertThat(passages(lines())).hasSizeLessThanOrEqualTo(AT_MOST);
  }

  @Test
  void a_copied_passage_is_found_once_however_long_it_is() {
    List<String> passage = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    Map<Path, List<String>> files =
        Map.of(SOURCES.resolve("one/A.java"), passage, SOURCES.resolve("two/B.java"), passage);
    assertThat(passages(files)).hasSize(1);
    assertThat(
            passages(
                Map.of(
                    SOURCES.resolve("one/A.java"),
                    passage,
                    SOURCES.resolve("one/B.java"),
                    passage)))
        .isEmpty();
  }

  private static Set<String> passages(Map<Path, List<String>> files) {
    Map<List<String>, List<Place>> places = new HashMap<>();
    files.forEach(
        (file, lines) -> {
          for (int i = 0; i + LINES <= lines.size(); i++) {
            places
                .computeIfAbsent(List.copyOf(lines.subList(i, i + LINES)), key -> new ArrayList<>())
                .add(new Place(feature(file), file.toString(), i));
          }
        });
    Set<List<Place>> shared =
        places.values().stream()
            .filter(all -> all.stream().map(Place::feature).distinct().count() > 1)
            .map(List::copyOf)
            .collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (List<Place> passage : shared) {
      // The same passage one line earlier says all that this one does.
      List<Place> before =
          passage.stream().map(p -> new Place(p.feature(), p.file(), p.from() - 1)).toList();
      if (!shared.contains(before)) {
        found.add(
            passage.stream()
                .map(
                    p ->
                        p.file()
                            + " line "
                            + p.from()
                            + ": "
                            + files.get(Path.of(p.file())).get(p.from()))
                .sorted()
                .collect(Collectors.joining(" = ")));
      }
    }
    return found;
  }

  private static String feature(Path file) {
    return SOURCES.relativize(file).getName(0).toString();
  }

  private static Map<Path, List<String>> lines() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      Map<Path, List<String>> files = new HashMap<>();
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
        files.put(
            file,
            Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import "))
                .toList());
      }
      return files;
    }
  }
}
