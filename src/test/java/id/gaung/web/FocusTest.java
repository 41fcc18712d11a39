package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who goes through a page with the keyboard sees where they are. */
class FocusTest {

  private static final Pattern OUTLINE =
      Pattern.compile("([^{}/]*:focus-visible[^{}]*)\\{\\s*outline: (\\d+)px solid");

  @Test
  void everything_that_takes_the_focus_has_an_outline_of_at_least_two_pixels() throws IOException {
    List<MatchResult> rules = OUTLINE.matcher(css()).results().toList();
    assertThat(rules).hasSize(1);
    assertThat(Integer.parseInt(rules.get(0).group(2))).isGreaterThanOrEqualTo(2);
    // Tabler's own rules for these say "outline: 0" with the same weight, and come before.
    assertThat(rules.get(0).group(1).strip().split("\\s*,\\s*"))
        .contains(
            ":focus-visible",
            "a:focus-visible",
            ".btn:focus-visible",
            ".form-control:focus-visible",
            ".form-select:focus-visible",
            ".form-check-input:focus-visible");
  }

  private static String css() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FocusTest.class.getResourceAsStream("/assets/app.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
