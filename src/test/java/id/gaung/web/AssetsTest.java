package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What browsers keep has an address that changes with its content. */
class AssetsTest {

  private static final Pattern USED = Pattern.compile("Assets\\.address\\(\"([^\"]+)\"\\)");

  @Test
  void an_address_holds_a_digest_of_the_content() {
    assertThat(Assets.address("gaung.css")).matches("/assets/gaung-[0-9a-f]{8}\\.css");
    assertThat(Assets.address("icon.svg")).isNotEqualTo(Assets.address("icons.svg"));
    assertThatThrownBy(() -> Assets.address("other.css"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.css");
  }

  @Test
  void a_phone_finds_the_icons_for_its_first_screen() throws IOException {
    assertThat(Assets.address("app.webmanifest")).matches("/assets/app-[0-9a-f]{8}\\.webmanifest");
    String manifest = Files.readString(Path.of("src/main/resources/assets/app.webmanifest"));
    assertThat(Pattern.compile("\"src\": \"([^\"]+)\"").matcher(manifest).results())
        .hasSize(2)
        .allSatisfy(src -> assertThat(Assets.address(src.group(1))).startsWith("/assets/"));
  }

  @Test
  void pages_name_files_by_their_addresses_alone_and_those_exist() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).doesNotContain("/assets/");
        USED.matcher(text).results().map(m -> m.group(1)).forEach(used::add);
      }
    }
    assertThat(used).contains("gaung.css", "htmx.js");
    assertThat(used).allSatisfy(name -> assertThat(Assets.address(name)).startsWith("/assets/"));
  }
}
