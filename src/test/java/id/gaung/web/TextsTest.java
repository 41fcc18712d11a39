package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

  private final Texts texts = Texts.load(List.of("web", "identity"));

  @Test
  void both_languages_say_the_same_things_with_the_same_arguments() {
    assertThat(texts.all(Language.EN).keySet()).isEqualTo(texts.all(Language.ID).keySet());
    texts
        .all(Language.ID)
        .forEach(
            (key, text) ->
                assertThat(arguments(texts.in(Language.EN).get(key)))
                    .as(key)
                    .isEqualTo(arguments(text)));
  }

  @Test
  void a_missing_key_shows_itself() {
    assertThat(texts.in(Language.ID).get("no.such.key")).isEqualTo("!no.such.key!");
  }

  private static List<String> arguments(String text) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }
}
