package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The practice networks count as the clients do, and as the networks themselves. */
class PracticeGraphemesTest {

  @ParameterizedTest
  @CsvSource({
    "Kopi, 4",
    "क्ष, 1",
    "ന്ത്ര, 1",
    "👩‍👩‍👧‍👦, 1",
    "🇮🇩🇮🇩, 2",
    "é, 1",
    "'a\r\nb', 3",
    "'', 0"
  })
  void what_a_reader_sees_as_one_is_one(String text, int graphemes) {
    assertThat(PracticeGraphemes.count(text)).isEqualTo(graphemes);
    assertThat(id.gaung.platform.Graphemes.count(text)).isEqualTo(graphemes);
    assertThat(PracticeGraphemes.count(text.repeat(300)))
        .isEqualTo(id.gaung.platform.Graphemes.count(text.repeat(300)));
  }
}
