package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Problem;
import id.gaung.publishing.ReviseRendition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers let as many characters through as a field says, and then send two for a line break. */
class SentLineBreaksTest {

  private static String longest(String lineBreak) {
    return ("a" + lineBreak).repeat(2499) + "zz";
  }

  private static ReviseRendition typed(String text) {
    return Form.sent(Map.of("version", List.of("0"), "text", List.of(text)), Map.of())
        .as(ReviseRendition.class);
  }

  private static ReviseRendition sentAsJson(String text) {
    return RecordBinder.read(
        ReviseRendition.class,
        RecordBinder.JSON.createObjectNode().put("version", 0).put("text", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void the_longest_text_is_taken_whichever_line_breaks_it_has(String lineBreak) {
    assertThat(typed(longest(lineBreak)).text()).hasSize(5000).isEqualTo(longest("\n"));
    assertThat(sentAsJson(longest(lineBreak)).text()).hasSize(5000);
    assertThatThrownBy(() -> typed(longest(lineBreak) + "z")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> sentAsJson(longest(lineBreak) + "z")).isInstanceOf(Problem.class);
  }
}
