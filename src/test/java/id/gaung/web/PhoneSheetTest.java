package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Pages that a phone opens first are small, and look like the others. */
class PhoneSheetTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern WORDS = Pattern.compile("(?:class|css) ?= ?\"([^\"]*)\"");
  private static final Pattern PART = Pattern.compile("\\$\\{[^}]*}");
  private static final int MOST_BYTES = 9_000;

  private static String sheet() throws IOException {
    return Files.readString(Path.of("src/main/resources/assets/gaung.css"));
  }

  @Test
  void every_class_of_the_phone_templates_that_has_a_rule_is_in_the_phones_sheet()
      throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(PhoneSheetTest::isForPhones).toList()) {
        WORDS
            .matcher(Files.readString(file))
            .results()
            .map(found -> PART.matcher(found.group(1)).replaceAll(""))
            .flatMap(words -> Arrays.stream(words.split("\\s+")))
            .filter(word -> word.matches("[a-z][a-z0-9-]*") && !word.equals("at"))
            .forEach(used::add);
      }
    }
    String whole = sheet();
    used.removeIf(word -> !whole.contains("." + word));
    assertThat(used).isNotEmpty();
    assertThat(PhoneSheet.CLASSES).containsAll(used);
  }

  private static boolean isForPhones(Path file) {
    return file.getFileName()
        .toString()
        .matches("(phone.*|public_.*|check|drawn.*|refusal|csrf)\\.jte");
  }

  @Test
  void rules_of_other_pages_fonts_and_paper_stay_away() throws IOException {
    String phone = PhoneSheet.of(sheet());
    assertThat(phone)
        .contains("--teal:", "prefers-color-scheme", ".phone", ".fixed-line", "prefers-reduced")
        .doesNotContain("@font-face", "@page", ".board", ".wkstrip", "woff2", "/*");
    assertThat(phone.chars().filter(c -> c == '{').count())
        .isEqualTo(phone.chars().filter(c -> c == '}').count());
    assertThat(PhoneSheet.of(".a,.bar .ask,.board{x:y}@media (a) {\n.board {x:y}\n}\n.bar{z:1}"))
        .isEqualTo(".bar .ask{x:y}.bar{z:1}");
  }

  @Test
  void the_policy_names_the_style_of_the_page_and_no_other() throws Exception {
    StringOutput page = new StringOutput();
    Assets.phoneStyle().writeTo(page);
    assertThat(page.toString()).startsWith("<style>").endsWith("</style>");
    String style = page.toString().substring(7, page.toString().length() - 8);
    byte[] sha =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(style).contains("url(/assets/").doesNotContain("<");
    assertThat(Doorway.CSP)
        .contains("style-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(sha) + "';");
  }

  @Test
  void it_is_small_on_the_way() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(PhoneSheet.of(sheet()).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(packed.size()).isLessThan(MOST_BYTES);
  }

  @Test
  void an_icon_can_be_drawn_without_the_sprite() {
    StringOutput out = new StringOutput();
    Icons.drawing("i-clock").writeTo(out);
    assertThat(out.toString()).startsWith("<path d=").doesNotContain("symbol");
  }
}
