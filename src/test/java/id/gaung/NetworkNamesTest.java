package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.sandbox.PracticeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A network is named in its own folder, by one line of wiring, by its message keys, its mark, its
 * settings and its practice server, and nowhere else: a new one touches nothing that is there.
 */
class NetworkNamesTest {

  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*.*?\\*/|(?m)//.*$|(?m)^\\s*--.*$|(?m)^\\s*#.*$|<%--.*?--%>", Pattern.DOTALL);

  /** A login that several networks of one company share has hosts named after one of them. */
  private static final Pattern SHARED_HOST =
      Pattern.compile("\"https://(?:www|graph)\\.facebook\\.com\"");

  /** Names that stand for something else too: the letter, the threads of a machine. */
  private static final List<String> WORDS = List.of("X", "THREADS");

  private static final List<String> MESSAGES =
      List.of("platform_", "channel-connect_", "sandbox_", "task-steps_");

  @Test
  void nothing_names_a_network_but_what_is_its_own() throws IOException {
    List<String> named = new ArrayList<>();
    for (Path root :
        List.of(
            Path.of("src/main/java"),
            Path.of("src/main/jte"),
            Path.of("src/main/resources/messages"),
            Path.of("src/practice"),
            Path.of("migrations/views"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (isText(file)) {
            named.addAll(namedIn(file));
          }
        }
      }
    }
    assertThat(named).isEmpty();
  }

  @Test
  void each_network_has_its_mark_and_its_colour() throws IOException {
    String icons = Files.readString(Path.of("src/main/resources/assets/icons.svg"));
    String sheet = Files.readString(Path.of("src/main/resources/assets/gaung.css"));
    for (Network network : Network.all()) {
      assertThat(icons.matches("(?s).*id=\"[in]-" + network.path() + "\".*"))
          .as(network.name())
          .isTrue();
    }
    for (NetworkModule network : NetworkModule.published()) {
      assertThat(sheet.contains("." + network.path() + " { --c:")).as(network.name()).isTrue();
    }
  }

  @Test
  void each_that_is_spoken_to_can_be_practised_on() {
    assertThat(PracticeServer.networks())
        .containsExactlyInAnyOrderElementsOf(NetworkModule.connected());
  }

  private static List<String> namedIn(Path file) throws IOException {
    String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
    if (file.toString().replace('\\', '/').contains("/platform/meta/")) {
      text = SHARED_HOST.matcher(text).replaceAll("");
    }
    List<String> named = new ArrayList<>();
    for (Network network : Network.all()) {
      if (WORDS.contains(network.name()) || isOwn(network, file)) {
        continue;
      }
      Pattern name =
          Pattern.compile("(?<![a-z])" + network.path() + "(?![a-z])", Pattern.CASE_INSENSITIVE);
      Pattern typed = Pattern.compile("\\b" + network.label() + "[A-Z]\\w*");
      if (name.matcher(text).find() || typed.matcher(text).find()) {
        named.add(file + " names " + network);
      }
    }
    return named;
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return Stream.of(".java", ".jte", ".sql", ".properties").anyMatch(name::endsWith);
  }

  private static boolean isOwn(Network network, Path file) {
    String name = file.getFileName().toString();
    String path = file.toString().replace('\\', '/');
    return path.contains("/platform/" + network.path() + "/")
        || (path.contains("/sandbox/") && name.startsWith(network.label()))
        || (path.contains("/messages/") && MESSAGES.stream().anyMatch(name::startsWith));
  }
}
