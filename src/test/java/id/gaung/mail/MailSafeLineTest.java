package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.kernel.Role;
import id.gaung.mail.ScriptedSmtp.Act;
import id.gaung.mail.ScriptedSmtp.Point;
import id.gaung.mail.SmtpSettings.Security;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines that are encrypted from the start, or from STARTTLS on. */
@Tag("database")
class MailSafeLineTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final MailWorld WORLD = new MailWorld(DATABASE);
  private static final SSLContext LOCALHOST = TestCertificate.of("localhost");
  private static int number;

  private final String key = "key" + ++number;
  private final Person reader = WORLD.person(Role.STAFF);

  @AfterEach
  void end() {
    WORLD.run("update mail set state = 'DROPPED', next_at = null, lease_until = null");
  }

  private static ScriptedSmtp server(Security security, SSLContext certificate) {
    return new ScriptedSmtp(Optional.of(certificate), security == Security.SMTPS);
  }

  private void send(ScriptedSmtp server, Security security, SSLContext trusted) {
    MailFeature mail =
        WORLD.mail(
            Optional.of(MailWorld.smtp(server.port(), security, "")),
            "node",
            Optional.of(trusted.getSocketFactory()));
    mail.mails().write(List.of(WORLD.urgent(reader, key)));
    mail.dispatch().drain();
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "SMTPS"})
  void a_message_goes_over_it(Security security) {
    try (ScriptedSmtp server = server(security, LOCALHOST)) {
      send(server, security, LOCALHOST);
      assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
      assertThat(server.taken()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "SMTPS"})
  void the_dot_tells_there_too(Security security) {
    try (ScriptedSmtp server = server(security, LOCALHOST)) {
      server.will(Act.takesAndDrops());
      send(server, security, LOCALHOST);
      assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "SMTPS"})
  void a_line_that_says_nothing_is_left_there_too(Security security) {
    try (ScriptedSmtp server = server(security, LOCALHOST)) {
      server.will(Act.silent(Point.RCPT));
      send(server, security, LOCALHOST);
      assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "SMTPS"})
  void a_certificate_of_another_name_or_of_nobody_gets_nothing(Security security) {
    SSLContext other = TestCertificate.of("elsewhere.example");
    try (ScriptedSmtp server = server(security, other)) {
      send(server, security, other);
      assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
      send(server, security, LOCALHOST);
      assertThat(server.taken()).isEmpty();
      assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }
}
