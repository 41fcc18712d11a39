package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.home.AuditPages.AuditLine;
import id.gaung.publishing.RenditionState;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the log's rows say. */
class AuditWordsTest {

  /** A change's action as the code names it; one that is put together is not found. */
  private static final Pattern DONE =
      Pattern.compile("Change\\s*\\.of\\([^\";]*\"([a-z-]+\\.[a-z.-]+)\"");

  private final Translator t = Texts.load(List.of("home")).in(Language.ID);

  private static AuditLine line(String kind, String action, String address, String... details) {
    TreeMap<String, String> told = new TreeMap<>();
    for (int i = 0; i < details.length; i += 2) {
      told.put(details[i], details[i + 1]);
    }
    return new AuditLine(
        1,
        Instant.parse("2026-11-24T01:30:00Z"),
        kind,
        "Naya Contoh",
        action,
        action.substring(0, action.indexOf('.')),
        Optional.of(new UUID(0, 7)),
        told,
        address,
        "",
        "",
        Optional.empty());
  }

  @Test
  void signing_in_is_told_without_the_address_which_stands_among_the_details() {
    AuditLine line = line("PERSON", "person.signed-in", "192.0.2.7", "by", "PASSWORD");
    assertThat(AuditWords.did(line, t).before()).isEqualTo("masuk lewat kata sandi");
    assertThat(AuditWords.hasMore(line)).isTrue();
    assertThat(AuditWords.address(line, t)).isEqualTo("192.0.2.7");
  }

  /** Every row that the product writes is told in words, in both languages. */
  @Test
  void whatever_is_done_has_words() throws IOException {
    Set<String> actions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/id/gaung"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        DONE.matcher(Files.readString(file)).results().map(m -> m.group(1)).forEach(actions::add);
      }
    }
    for (RenditionState state : RenditionState.values()) {
      actions.add("rendition." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    assertThat(actions).hasSizeGreaterThan(60);
    for (Language language : Language.values()) {
      Translator words = Texts.load(List.of("home")).in(language);
      assertThat(actions.stream().filter(a -> !words.has("home.audit.action." + a)).toList())
          .as(language.name())
          .isEmpty();
    }
  }

  @Test
  void the_machine_itself_is_called_so_however_its_address_is_written() {
    for (String here :
        List.of("[0:0:0:0:0:0:0:1]", "::1", "127.0.0.1", "127.8.8.8", "::ffff:127.0.0.1")) {
      assertThat(AuditWords.address(line("PERSON", "person.signed-in", here), t))
          .as(here)
          .isEqualTo("komputer ini");
    }
    for (String other : List.of("2001:db8::1", "::2", "10.0.0.1", "1127.0.0.1", "0:1::1")) {
      assertThat(AuditWords.address(line("PERSON", "person.signed-in", other), t)).isEqualTo(other);
    }
    assertThat(AuditWords.address(line("PERSON", "person.signed-in", "[2001:db8::1]"), t))
        .isEqualTo("2001:db8::1");
  }

  @Test
  void a_creators_own_invitation_does_not_repeat_the_name() {
    Map<UUID, String> names = Map.of(new UUID(0, 7), "Naya Contoh, Jajan Pagi Balikpapan");
    assertThat(AuditWords.object(line("CREATOR_LINK", "offer.accepted", ""), names))
        .isEqualTo("Jajan Pagi Balikpapan");
    assertThat(AuditWords.object(line("PERSON", "offer.sent", ""), names))
        .isEqualTo("Naya Contoh, Jajan Pagi Balikpapan");
  }
}
