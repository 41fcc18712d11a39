package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the style sheet promises as a whole. */
class StyleSheetTest {

  private static final Pattern RULE = Pattern.compile("([^{};]+)\\{([^{}]*)\\}");

  @Test
  void everything_that_takes_the_focus_has_an_outline_of_at_least_two_pixels() throws IOException {
    List<MatchResult> rules = RULE.matcher(css()).results().toList();
    assertThat(rules)
        .anySatisfy(
            rule -> {
              assertThat(rule.group(1).strip()).isEqualTo(":focus-visible");
              assertThat(rule.group(2)).containsPattern("outline: [2-9]px solid");
            });
    // The main part takes the focus to be read from; a text in a box has the outline of its box.
    assertThat(
            rules.stream()
                .filter(rule -> rule.group(2).matches("(?s).*outline: (0|none).*"))
                .map(rule -> rule.group(1).strip()))
        .containsExactlyInAnyOrder("main:focus", ".box textarea");
    assertThat(css()).contains(".box:focus-within { outline: 3px solid");
  }

  @Test
  void it_is_small() throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
      zip.write(css().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(small.size()).isLessThan(16 * 1024);
  }

  private static String css() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StyleSheetTest.class.getResourceAsStream("/assets/gaung.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
