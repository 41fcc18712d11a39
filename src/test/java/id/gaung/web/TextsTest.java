package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Translator ENGLISH =
      new Translator(
          Map.of(
              "live", "{0, plural, one{# post of {1}} other{# posts of {1}}} live",
              "plain", "Waiting: {0}"));

  private final Texts texts = Texts.load(List.of("web", "identity"));

  @Test
  void a_missing_key_shows_itself() {
    assertThat(texts.in(Language.ID).get("no.such.key")).isEqualTo("!no.such.key!");
  }

  @Test
  void one_is_one_and_anything_else_is_many() {
    assertThat(ENGLISH.get("live", 1, "Dewi")).isEqualTo("1 post of Dewi live");
    assertThat(ENGLISH.get("live", 0, "Dewi")).isEqualTo("0 posts of Dewi live");
    assertThat(ENGLISH.get("live", "1,021", "Dewi")).isEqualTo("1,021 posts of Dewi live");
    assertThat(ENGLISH.get("plain", "1,021")).isEqualTo("Waiting: 1,021");
  }

  @Test
  void what_an_argument_holds_is_never_read_as_a_place_or_a_plural() {
    assertThat(ENGLISH.get("live", 2, "{0, plural, one{x}} '{' #"))
        .isEqualTo("2 posts of {0, plural, one{x}} '{' # live");
    assertThat(ENGLISH.get("plain", "{0} $1")).isEqualTo("Waiting: {0} $1");
  }

  @Test
  void names_are_listed_as_a_sentence_does() {
    Translator t = texts.in(Language.ID);
    assertThat(t.together(List.of("Timur"))).isEqualTo("Timur");
    assertThat(t.together(List.of("Timur", "Utara"))).isEqualTo("Timur dan Utara");
    assertThat(t.together(List.of("Timur", "Utara", "Kota"))).isEqualTo("Timur, Utara, dan Kota");
  }
}
