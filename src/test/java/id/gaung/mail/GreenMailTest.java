package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.kernel.Role;
import id.gaung.mail.SmtpSettings.Security;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simplejavamail.converter.EmailConverter;

/** Against a mail server that is not ours. */
@Tag("database")
class GreenMailTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final MailWorld WORLD = new MailWorld(DATABASE);
  private static int number;

  private final String key = "key" + ++number;
  private final Person reader = WORLD.person(Role.STAFF);
  private GreenMail server;

  private GreenMail started(String protocol) {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }

  @AfterEach
  void end() {
    server.stop();
    WORLD.run("update mail set state = 'DROPPED', next_at = null, lease_until = null");
  }

  private void send(SmtpSettings settings, Optional<SSLSocketFactory> trust) {
    MailFeature mail = WORLD.mail(Optional.of(settings), "node", trust);
    mail.mails()
        .write(
            List.of(
                WORLD.write(
                    MailKind.DRAFT_TO_REVIEW, reader, key, List.of("Kué “lapis”", "Amplang"))));
    mail.dispatch().drain();
  }

  @Test
  void a_message_arrives_whole_over_a_plain_line() throws Exception {
    GreenMail plain = started(ServerSetup.PROTOCOL_SMTP);
    send(MailWorld.smtp(plain.getSmtp().getPort()), Optional.empty());
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    MimeMessage message = plain.getReceivedMessages()[0];
    var email = EmailConverter.mimeMessageToEmail(message);
    assertThat(email.getSubject()).isEqualTo("Draf menunggu ditinjau: Kué “lapis”");
    assertThat(email.getFromRecipient().getAddress()).isEqualTo("gaung@office.example");
    assertThat(email.getFromRecipient().getName()).isEqualTo("Dinas UMKM");
    assertThat(email.getRecipients())
        .extracting(r -> r.getAddress())
        .containsExactly(reader.email());
    assertThat(email.getPlainText())
        .contains("Draf \"Kué “lapis”\"", "https://gaung.example/posts/1");
    assertThat(email.getHTMLText()).contains("Draf &quot;Kué “lapis”&quot;");
    assertThat(email.getPlainText() + email.getHTMLText())
        .as("no personal data")
        .doesNotContain(reader.name(), reader.email());
  }

  @Test
  void where_starttls_is_not_offered_nothing_is_said_in_the_clear() {
    GreenMail plain = started(ServerSetup.PROTOCOL_SMTP);
    send(MailWorld.smtp(plain.getSmtp().getPort(), Security.STARTTLS, ""), Optional.empty());
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_cannot_prove_who_it_is_gets_nothing() {
    GreenMail safe = started(ServerSetup.PROTOCOL_SMTPS);
    send(MailWorld.smtp(safe.getSmtps().getPort(), Security.SMTPS, ""), Optional.empty());
    assertThat(WORLD.state(key)).isEqualTo(MailState.QUEUED);
    assertThat(safe.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_user_comes_in_with_the_password_and_not_with_another() {
    GreenMail plain = started(ServerSetup.PROTOCOL_SMTP);
    plain.getUserManager().setAuthRequired(true);
    plain.setUser("gaung@office.example", "gaung", "another one");
    SmtpSettings settings = MailWorld.smtp(plain.getSmtp().getPort(), Security.NONE, "gaung");
    send(settings, Optional.empty());
    assertThat(WORLD.state(key)).as("settings are mended, so it waits").isEqualTo(MailState.QUEUED);
    assertThat(WORLD.attempts(key).get(0).get("words").toString()).doesNotContain("very secret");
    plain.setUser("gaung@office.example", "gaung", "very secret");
    WORLD.clock.move(java.time.Duration.ofMinutes(2));
    send(settings, Optional.empty());
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(plain.getReceivedMessages()).hasSize(1);
  }
}
