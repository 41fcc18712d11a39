package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages about mail, and who may open them. */
@Tag("database")
class MailDoorsTest {

  private static final MailWorld WORLD = new MailWorld(TestDatabase.create());
  private static final MailFeature MAIL =
      WORLD.mail(
          Optional.of(MailWorld.smtp(1, SmtpSettings.Security.STARTTLS, "user-of-mail")),
          "node",
          Optional.empty());
  private static final SignedInAs SIGNED_IN = new SignedInAs();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("mail"),
          false,
          jersey -> {
            jersey.register(SIGNED_IN);
            MAIL.register(jersey);
          });

  private static int number;
  private final String key = "key" + ++number;
  private final Person admin = WORLD.person(Role.ADMIN);
  private final Person staff = WORLD.person(Role.STAFF);
  private final Browser browser = SERVER.browser();

  private String page(Person who, String path) {
    SIGNED_IN.person(who.actor());
    return browser.get(path).body();
  }

  private UUID written(MailState state) {
    MAIL.mails()
        .write(List.of(WORLD.write(MailKind.OFFER_ANSWERED, staff, key, List.of("Amplang"))));
    WORLD.run(
        "update mail set next_at = null, state = '%s' where dedupe_key = '%s'"
            .formatted(state, key));
    return WORLD.id(key);
  }

  @Test
  void the_settings_show_what_is_set_but_the_password() {
    assertThat(page(admin, "/settings/mail"))
        .contains("localhost:1", "user-of-mail", "gaung@office.example", "STARTTLS, terenkripsi")
        .contains("Kirim pesan percobaan ke saya")
        .doesNotContain("very secret", "!mail.");
  }

  @Test
  void they_are_for_administrators_alone() {
    for (Role role : Role.values()) {
      SIGNED_IN.person(WORLD.person(role).actor());
      int expected = role == Role.ADMIN ? 200 : 403;
      assertThat(browser.get("/settings/mail").statusCode()).as(role.name()).isEqualTo(expected);
      int waiting = role == Role.ADMIN || role == Role.STAFF ? 200 : 403;
      assertThat(browser.get("/messages").statusCode()).as(role.name()).isEqualTo(waiting);
    }
    SIGNED_IN.person(staff.actor());
    UUID id = written(MailState.UNKNOWN);
    for (String step : List.of("again", "arrived")) {
      assertThat(browser.post("/settings/mail/" + id + "/" + step).statusCode()).isEqualTo(403);
    }
    assertThat(browser.post("/settings/mail/test").statusCode()).isEqualTo(403);
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
  }

  @Test
  void what_is_unknown_is_decided_with_two_buttons() {
    UUID id = written(MailState.UNKNOWN);
    assertThat(page(admin, "/settings/mail"))
        .contains("/settings/mail/" + id + "/again", "/settings/mail/" + id + "/arrived")
        .contains(staff.name(), "Belum pasti");
    assertThat(browser.post("/settings/mail/" + id + "/arrived").statusCode()).isEqualTo(303);
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    var twice = browser.post("/settings/mail/" + id + "/again");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("sudah diputuskan");
    assertThat(page(admin, "/settings/mail")).doesNotContain("/settings/mail/" + id);
  }

  @Test
  void what_waits_is_marked_by_whoever_passes_it_on() {
    UUID id = written(MailState.BY_HAND);
    assertThat(page(admin, "/messages")).doesNotContain(id.toString());
    assertThat(page(staff, "/messages")).contains(id.toString(), "Sudah dibaca", "untuk Anda");
    assertThat(
            browser
                .post("/messages/" + id + "/passed-on", "back", "/")
                .headers()
                .firstValue("Location"))
        .get()
        .asString()
        .endsWith("/");
    assertThat(WORLD.state(key)).isEqualTo(MailState.PASSED_ON);
    assertThat(page(staff, "/messages")).contains("Tidak ada pesan yang menunggu");
  }

  @Test
  void at_night_the_log_says_what_waits_for_the_morning() {
    MAIL.mails()
        .write(List.of(WORLD.write(MailKind.OFFER_ANSWERED, staff, key, List.of("Amplang"))));
    assertThat(page(admin, "/settings/mail")).doesNotContain("setelah pukul 07.00");
    WORLD.clock.move(Duration.ofHours(12));
    assertThat(page(admin, "/settings/mail")).contains("setelah pukul 07.00");
    WORLD.clock.move(Duration.ofHours(12));
  }
}
