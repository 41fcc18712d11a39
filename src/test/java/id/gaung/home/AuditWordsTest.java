package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.home.AuditPages.AuditLine;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the log's rows say. */
class AuditWordsTest {

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
