package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a thread that was typed is cut into its parts. */
class FollowingWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "satu\n---\ndua",
        "satu\r\n---\r\ndua",
        "satu\n\n ----- \n\ndua",
        "satu\n\u2014-\ndua",
        "satu\n\u2014\ndua",
        "satu\n\u2013\u2013\u2013\ndua",
        "---\nsatu\n---\n---\ndua\n---",
        "satu\r---\rdua"
      })
  void a_line_of_dashes_is_between_two_parts(String typed) {
    assertThat(FollowingWords.parts(typed)).containsExactly("satu", "dua");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"satu -- dua", "satu --- dua", "- satu\n- dua", "--\nsatu", "satu\n\u2013\ndua"})
  void dashes_elsewhere_are_text(String typed) {
    assertThat(FollowingWords.parts(typed)).containsExactly(typed);
  }

  @Test
  void nothing_has_no_parts() {
    assertThat(FollowingWords.of(Map.of()).isEmpty()).isTrue();
    assertThat(FollowingWords.of(Map.of("THREAD", " \n---\n ", "FIRST_COMMENT", "  ")).isEmpty())
        .isTrue();
  }

  /** Whatever is in the parts but a line of dashes, they come back as they were. */
  @Test
  void parts_put_together_come_back() {
    Random random = new Random(57);
    int tried = 0;
    for (int i = 0; i < 500; i++) {
      List<String> parts =
          IntStream.range(0, 1 + random.nextInt(6)).mapToObj(n -> part(random)).toList();
      if (parts.stream().anyMatch(part -> FollowingWords.parts(part).size() != 1)) {
        continue;
      }
      tried++;
      assertThat(FollowingWords.parts(parts.stream().collect(Collectors.joining("\n---\n"))))
          .isEqualTo(parts);
    }
    assertThat(tried).isGreaterThan(100);
  }

  private static String part(Random random) {
    int[] points = "ab 🎉-—#@/\n.".codePoints().toArray();
    return IntStream.range(0, random.nextInt(40))
        .map(n -> points[random.nextInt(points.length)])
        .mapToObj(Character::toString)
        .collect(Collectors.joining("", "x", "x"));
  }
}
