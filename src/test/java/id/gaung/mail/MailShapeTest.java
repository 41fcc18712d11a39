package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Secret;
import id.gaung.mail.MailBuilder.Logo;
import id.gaung.mail.MailBuilder.Sender;
import id.gaung.mail.MailDao.Row;
import id.gaung.web.Language;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplejavamail.converter.EmailConverter;

/** What leaves, as it stands on the line. */
class MailShapeTest {

  private static final SmtpSettings SMTP =
      new SmtpSettings(
          "localhost",
          25,
          SmtpSettings.Security.NONE,
          "",
          new Secret(""),
          "gaung@office.example",
          "",
          SmtpSettings.Limits.USUAL);
  private static final URI PROFILE = URI.create("https://gaung.example/profile#mail");
  private static final URI LINK = URI.create("https://gaung.example/o/a.b-c?x=1&y=2");
  private static final Instant NOW = Instant.parse("2026-11-29T23:30:05Z");
  private final Session session = Session.getInstance(new Properties());

  private static Row row(MailKind kind, Language language, Object... args) {
    UUID id = new UUID(1, 2);
    return new Row(
        id,
        "<" + id + "@gaung.example>",
        "key",
        kind,
        WriteMail.Who.PERSON,
        id,
        language,
        MailArgs.write(List.of(args)),
        Optional.empty(),
        false,
        MailState.SENDING,
        NOW,
        NOW,
        1);
  }

  private MimeMessage message(Row row, String office, Optional<Logo> logo) throws Exception {
    return new MailBuilder(SMTP, PROFILE, new MailTexts())
        .build(
            session, row, LINK, new InternetAddress("a@b.example"), new Sender(office, logo), NOW);
  }

  private static String raw(MimeMessage message) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void every_kind_reads_in_both_languages_with_its_link_and_where_to_change_that(MailKind kind)
      throws Exception {
    for (Language language : Language.values()) {
      Row row = row(kind, language, "Reel <Amplang> & \"Lapis\"", NOW);
      MimeMessage message = message(row, "Dinas UMKM", Optional.empty());
      var email = EmailConverter.mimeMessageToEmail(message);
      assertThat(email.getPlainText())
          .contains(LINK.toString(), "Dinas UMKM", PROFILE.toString())
          .doesNotContain("!mail.", "{0}", "{1}", "{{");
      assertThat(email.getHTMLText())
          .contains(
              "<html lang=\"" + language.code() + "\">",
              "content=\"light dark\"",
              "href=\"https://gaung.example/o/a.b-c?x=1&amp;y=2\"",
              PROFILE.toString())
          .doesNotContain("<Amplang>", "{{", "cid:logo", "!mail.");
      assertThat(email.getSubject()).doesNotContain("!mail.").isNotBlank();
    }
  }

  @Test
  void the_offices_mark_is_within_the_message() throws Exception {
    String raw =
        raw(
            message(
                row(MailKind.TEST, Language.ID),
                "Dinas UMKM",
                Optional.of(new Logo(new byte[] {1, 2, 3}, "image/png"))));
    assertThat(raw).contains("multipart/related", "Content-ID: <logo>", "image/png", "AQID");
  }

  @Test
  void the_headers_are_those_of_a_program_that_wants_no_answer() throws Exception {
    MimeMessage message =
        message(row(MailKind.POST_MISSED, Language.ID, NOW), "Dinas", Optional.empty());
    message.saveChanges();
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<" + PROFILE + ">");
    assertThat(message.getHeader("Message-ID"))
        .containsExactly("<" + new UUID(1, 2) + "@gaung.example>");
    assertThat(
            message(row(MailKind.SIGN_IN_LINK, Language.ID, NOW), "D", Optional.empty())
                .getHeader("List-Unsubscribe"))
        .as("one cannot do without")
        .isNull();
  }

  @Test
  void the_date_is_the_clocks_in_english_whatever_the_machine_speaks() throws Exception {
    TimeZone usual = TimeZone.getDefault();
    java.util.Locale spoken = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.forLanguageTag("id-ID"));
      for (String zone : List.of("UTC", "Asia/Makassar", "America/St_Johns")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        MimeMessage message = message(row(MailKind.TEST, Language.ID), "D", Optional.empty());
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(message.getHeader("Date")[0])
            .matches("(Sun|Mon), (29|30) Nov 2026 \\d\\d:\\d\\d:05 [+-]\\d{4}.*");
      }
    } finally {
      TimeZone.setDefault(usual);
      java.util.Locale.setDefault(spoken);
    }
  }

  @Test
  void a_long_subject_in_any_letters_is_folded_and_read_again() throws Exception {
    String title = "Kué lapis “rasa” é ".repeat(30) + "🍜 akhir";
    MimeMessage message =
        message(
            row(MailKind.DRAFT_TO_REVIEW, Language.ID, title, "Amplang"), "D", Optional.empty());
    String raw = raw(message);
    assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).split("\r\n", -1))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998))
        .allSatisfy(line -> assertThat(line).matches("[\\x09\\x20-\\x7e]*"));
    MimeMessage read =
        new MimeMessage(
            session, new java.io.ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(MimeUtility.unfold(read.getSubject()))
        .endsWith("…")
        .contains("Kué lapis “rasa” é Kué lapis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: x@evil.example",
        "a\nBcc: x@evil.example",
        "a\rBcc: x",
        "a\u2028Bcc: x",
        "a\u0000b"
      })
  void what_somebody_typed_never_begins_a_header(String typed) throws Exception {
    MimeMessage message =
        message(row(MailKind.OFFER_ANSWERED, Language.ID, typed), typed, Optional.empty());
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u2028", "\u0000");
    String head = raw(message);
    head = head.substring(0, head.indexOf("\r\n\r\n"));
    assertThat(head.split("\r\n", -1)).noneMatch(line -> line.startsWith("Bcc"));
  }

  @Test
  void lines_end_as_they_must_and_none_is_too_long() throws Exception {
    String word = "panjang".repeat(400);
    String raw =
        raw(
            message(
                row(MailKind.DRAFT_TO_REVIEW, Language.EN, word + "\n.\n..dots\n", word),
                "D",
                Optional.empty()));
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(Arrays.stream(raw.split("\r\n", -1)).mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(998);
  }

  @Test
  void a_domain_in_other_letters_is_written_as_servers_know_it() throws Exception {
    assertThat(MailBuilder.address("ibu@warung-é.example").getAddress())
        .isEqualTo("ibu@xn--warung--hya.example");
    assertThat(MailBuilder.address("Ibu.Sari+gaung@Contoh.Example").getAddress())
        .isEqualTo("Ibu.Sari+gaung@Contoh.Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@",
        "@b.example",
        "a b@c.example",
        "a@b@c.example",
        "a@b.example\r\nRCPT TO:<x@evil.example>",
        "a@b.example, x@evil.example",
        "é@contoh.example",
        "a@-.example\u0000"
      })
  void what_is_no_address_is_refused_before_it_is_said_to_a_server(String written) {
    assertThatThrownBy(() -> MailBuilder.address(written)).isInstanceOf(AddressException.class);
  }
}
