package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Secret;
import id.gaung.mail.SmtpSettings;
import id.gaung.mail.SmtpSettings.Security;
import io.dropwizard.jackson.Jackson;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** The section {@code mail} of config.yml. */
class MailSettingsTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  /** The fields that are named. */
  private static Set<String> wrong(MailSettings settings) {
    return VALIDATOR.validate(settings).stream()
        .map(violation -> violation.getMessage().split(" ", -1)[0])
        .collect(Collectors.toSet());
  }

  private static MailSettings settings(
      String host, Security security, String user, String password, String from) {
    return MailSettings.read(host, 0, security, user, password, from, "");
  }

  @Test
  void without_a_host_there_is_no_server_and_nothing_is_wrong() {
    assertThat(MailSettings.NONE.smtp()).isEmpty();
    assertThat(wrong(MailSettings.NONE)).isEmpty();
    assertThat(wrong(MailSettings.read("", null, null, "", "", "", ""))).isEmpty();
  }

  @Test
  void the_usual_ports_are_those_of_the_security() {
    for (var expected :
        java.util.Map.of(Security.NONE, 25, Security.STARTTLS, 587, Security.SMTPS, 465)
            .entrySet()) {
      MailSettings settings = settings("smtp.example", expected.getKey(), "", "", "a@b.example");
      assertThat(wrong(settings)).isEmpty();
      assertThat(settings.smtp().orElseThrow().port()).isEqualTo(expected.getValue());
    }
    assertThat(
            MailSettings.read("h", 2525, null, null, null, "a@b.example", null)
                .smtp()
                .orElseThrow()
                .port())
        .isEqualTo(2525);
  }

  @Test
  void what_is_wrong_names_its_field() {
    for (String host :
        new String[] {"https://smtp.example", "smtp.example:587", "a b", "-", "smtp/x"}) {
      assertThat(wrong(settings(host, Security.SMTPS, "", "", "a@b.example")))
          .as(host)
          .containsExactly("mail.host");
    }
    for (String from :
        new String[] {
          "", "nobody", "a@", "Dinas <a@b.example>", "a@b.example, c@d.example", "a@b\r\nx"
        }) {
      assertThat(wrong(settings("smtp.example", Security.SMTPS, "", "", from)))
          .as(from)
          .containsExactly("mail.from");
    }
    assertThat(wrong(settings("smtp.example", Security.SMTPS, "gaung", "", "a@b.example")))
        .containsExactly("mail.password");
    assertThat(wrong(settings("smtp.example", Security.SMTPS, "", "secret", "a@b.example")))
        .containsExactly("mail.user");
    assertThat(wrong(settings("smtp.example", Security.NONE, "gaung", "secret", "a@b.example")))
        .containsExactly("mail.security");
    assertThat(wrong(settings("localhost", Security.NONE, "gaung", "secret", "a@b.example")))
        .isEmpty();
    assertThat(
            wrong(MailSettings.read("h", null, null, null, null, "a@b.example", "Dinas\r\nBcc: x")))
        .containsExactly("mail.fromName");
  }

  @Test
  void the_password_cannot_be_printed() {
    MailSettings settings =
        settings("smtp.example", Security.SMTPS, "gaung", "very secret", "a@b.example");
    assertThat(settings.toString()).doesNotContain("very secret");
    assertThat(settings.smtp().orElseThrow().toString()).doesNotContain("very secret");
  }

  @Test
  void every_key_of_the_file_counts() throws Exception {
    MailSettings read =
        Jackson.newObjectMapper()
            .readValue(
                """
                {"host": "smtp.example", "port": 2525, "security": "SMTPS", "user": "gaung",
                  "password": "very secret", "from": "a@b.example", "fromName": "Dinas"}
                """,
                MailSettings.class);
    assertThat(wrong(read)).isEmpty();
    assertThat(read.smtp().orElseThrow())
        .isEqualTo(
            new SmtpSettings(
                "smtp.example",
                2525,
                Security.SMTPS,
                "gaung",
                new Secret("very secret"),
                "a@b.example",
                "Dinas",
                SmtpSettings.Limits.USUAL));
  }

  /** A rule named as the key it judges made the key be passed over. */
  @Test
  void every_key_of_the_office_counts_too() throws Exception {
    OfficeSettings read =
        Jackson.newObjectMapper()
            .readValue(
                "{\"adLine\": \"Iklan – Dinas Contoh\", \"logo\": \"logo.png\"}",
                OfficeSettings.class);
    assertThat(read.adLine()).isEqualTo("Iklan – Dinas Contoh");
    assertThat(read.logo()).isEqualTo("logo.png");
  }
}
