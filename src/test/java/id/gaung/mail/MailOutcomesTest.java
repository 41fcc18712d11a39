package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.kernel.Role;
import id.gaung.mail.ScriptedSmtp.Act;
import id.gaung.mail.ScriptedSmtp.Point;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a message, by what the server does and when. */
@Tag("database")
class MailOutcomesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final MailWorld WORLD = new MailWorld(DATABASE);
  private static int number;

  private final String key = "key" + ++number;
  private final Person reader = WORLD.person(Role.STAFF);
  private ScriptedSmtp server;
  private MailFeature mail;

  @BeforeEach
  void begin() {
    server = new ScriptedSmtp();
    mail = WORLD.mail(MailWorld.smtp(server.port()));
  }

  @AfterEach
  void end() {
    server.close();
    WORLD.run("update mail set state = 'DROPPED', next_at = null, lease_until = null");
  }

  private void send() {
    mail.mails().write(java.util.List.of(WORLD.urgent(reader, key)));
    mail.dispatch().drain();
  }

  private Object outcome() {
    return WORLD.attempts(key).get(WORLD.attempts(key).size() - 1).get("outcome");
  }

  @Test
  void what_the_server_takes_is_sent() {
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
    assertThat(server.taken().get(0)).contains("Message-ID: <" + WORLD.id(key) + "@gaung.example>");
    assertThat(WORLD.attempts(key)).hasSize(1);
    assertThat(WORLD.attempts(key).get(0))
        .containsEntry("outcome", "SENT")
        .containsEntry("code", 250)
        .containsEntry("words", "250 taken")
        .containsEntry("dot", true);
    assertThat(WORLD.actions()).endsWith("mail.sent");
    assertThat(WORLD.one("select sealed_link is null from mail where dedupe_key = '" + key + "'"))
        .isEqualTo("t");
    mail.dispatch().drain();
    assertThat(server.taken()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Point.class,
      names = {"MAIL", "RCPT", "DATA", "DOT"})
  void a_refusal_for_good_is_kept_with_the_servers_words(Point at) {
    server.will(Act.says(at, "550 5.7.1 not here, " + at));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.REFUSED);
    assertThat(WORLD.attempts(key).get(0))
        .containsEntry("outcome", "REFUSED")
        .containsEntry("code", 550)
        .containsEntry("words", "550 5.7.1 not here, " + at);
    assertThat(server.taken()).isEmpty();
    assertThat(WORLD.actions()).endsWith("mail.refused");
  }

  @ParameterizedTest
  @EnumSource(
      value = Point.class,
      names = {"MAIL", "RCPT", "DATA", "DOT"})
  void a_refusal_for_now_is_tried_again_later(Point at) {
    server.will(Act.says(at, "451 4.7.1 greylisted, come again"));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(WORLD.nextAt(key)).isEqualTo(WORLD.clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(outcome()).isEqualTo("TRY_AGAIN");
    mail.dispatch().drain();
    assertThat(server.taken()).isEmpty();
    WORLD.clock.move(Duration.ofMinutes(1));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Point.class,
      names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
  void a_line_that_is_dropped_before_the_data_sent_nothing(Point at) {
    server.will(Act.drops(at));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(outcome()).isEqualTo("TRY_AGAIN");
    WORLD.clock.move(Duration.ofMinutes(2));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Point.class,
      names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
  void a_server_that_says_nothing_before_the_data_got_nothing(Point at) {
    server.will(Act.silent(at));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(outcome()).isEqualTo("TRY_AGAIN");
    assertThat(server.taken()).isEmpty();
  }

  @Test
  void an_answer_that_does_not_come_after_the_dot_leaves_it_unknown() {
    server.will(Act.takesAndIsSilent());
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
    assertThat(outcome()).isEqualTo("UNKNOWN");
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.actions()).endsWith("mail.unknown");
    WORLD.clock.move(Duration.ofDays(3));
    mail.dispatch().tidy();
    mail.dispatch().drain();
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
  }

  @Test
  void a_line_that_is_dropped_after_the_dot_leaves_it_unknown_whether_taken_or_not() {
    server.will(Act.takesAndDrops());
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
    assertThat(server.taken()).hasSize(1);
    server.will(Act.drops(Point.DOT));
    mail.mails().write(java.util.List.of(WORLD.urgent(reader, key + "b")));
    mail.dispatch().drain();
    assertThat(WORLD.state(key + "b")).isEqualTo(MailState.UNKNOWN);
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void half_an_answer_to_the_dot_and_one_that_nobody_understands_are_none() {
    server.will(Act.says(Point.DOT, "250-taken, and"), Act.drops(Point.AFTER));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
    server.will(Act.says(Point.DOT, "hm"));
    mail.mails().write(java.util.List.of(WORLD.urgent(reader, key + "b")));
    mail.dispatch().drain();
    assertThat(WORLD.state(key + "b")).isEqualTo(MailState.UNKNOWN);
  }

  @Test
  void a_line_that_is_dropped_in_the_middle_of_the_data_is_never_called_sent() {
    server.will(Act.drops(Point.BODY));
    send();
    // Whether the rest reached the line before it broke is the system's affair.
    assertThat(WORLD.state(key)).isIn(MailState.QUEUED, MailState.UNKNOWN);
    assertThat(server.taken()).isEmpty();
  }

  @Test
  void a_server_that_closes_in_the_session_and_says_so_is_tried_again() {
    server.will(Act.says(Point.RCPT, "421 4.3.2 going down"));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    server.will(Act.says(Point.DOT, "421 4.3.2 going down"));
    WORLD.clock.move(Duration.ofMinutes(2));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    WORLD.clock.move(Duration.ofMinutes(10));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void a_line_that_the_server_closed_between_two_messages_is_opened_anew() {
    server.will(Act.drops(Point.AFTER));
    mail.mails()
        .write(java.util.List.of(WORLD.urgent(reader, key), WORLD.urgent(reader, key + "b")));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(WORLD.state(key + "b")).isEqualTo(MailState.SENT);
    assertThat(WORLD.attempts(key + "b")).hasSize(1);
    assertThat(server.taken()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void a_line_that_the_server_ended_with_a_word_is_opened_anew_too() {
    for (String word : java.util.List.of("421 4.4.1 timed out", "451 4.4.2 waiting for data")) {
      String about = key + word;
      mail.mails()
          .write(java.util.List.of(WORLD.urgent(reader, about), WORLD.urgent(reader, about + "b")));
      server.will(Act.meanwhile(Point.MAIL, () -> {}), Act.says(Point.MAIL, word));
      mail.dispatch().drain();
      assertThat(WORLD.state(about)).isEqualTo(MailState.SENT);
      assertThat(WORLD.state(about + "b")).isEqualTo(MailState.SENT);
    }
    assertThat(server.taken()).hasSize(4);
  }

  @Test
  void several_messages_use_one_line_and_one_refusal_does_not_disturb_the_next() {
    server.will(Act.says(Point.RCPT, "550 no such user"));
    mail.mails()
        .write(
            java.util.List.of(
                WORLD.urgent(reader, key),
                WORLD.urgent(reader, key + "b"),
                WORLD.urgent(reader, key + "c")));
    mail.dispatch().drain();
    assertThat(server.taken()).hasSize(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_server_that_is_away_costs_one_message_one_try_and_then_all_rest() {
    server.close();
    mail.mails()
        .write(java.util.List.of(WORLD.urgent(reader, key), WORLD.urgent(reader, key + "b")));
    assertThat(mail.dispatch().drain()).isEqualTo(1);
    assertThat(mail.dispatch().drain()).isZero();
    assertThat(WORLD.attempts(key).size() + WORLD.attempts(key + "b").size()).isEqualTo(1);
  }

  @Test
  void what_is_not_taken_for_two_days_is_told_to_a_person() {
    server.close();
    mail.mails().write(java.util.List.of(WORLD.urgent(reader, key)));
    for (int hour = 0; hour < 60 && WORLD.state(key) == MailState.QUEUED; hour++) {
      mail.dispatch().drain();
      WORLD.clock.move(Duration.ofHours(1));
    }
    assertThat(WORLD.state(key)).isEqualTo(MailState.REFUSED);
    assertThat(WORLD.one("select why from mail where dedupe_key = '" + key + "'"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void a_server_that_says_one_letter_at_a_time_is_cut_off() {
    server.will(Act.says(Point.RCPT, "trickle"));
    send();
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(outcome()).isEqualTo("TRY_AGAIN");
    server.will(new Act(Point.DOT, "trickle", false, true, () -> {}));
    WORLD.clock.move(Duration.ofMinutes(2));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
  }
}
