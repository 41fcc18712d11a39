package id.gaung.mail;

import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailTexts.Said;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/** Makes the message that leaves: HTML beside a plain part, the office's mark within it. */
final class MailBuilder {

  private final SmtpSettings settings;
  private final URI profile;
  private final MailTexts texts;

  MailBuilder(SmtpSettings settings, URI profile, MailTexts texts) {
    this.settings = settings;
    this.profile = profile;
    this.texts = texts;
  }

  /**
   * The office as messages show it.
   *
   * @param logo a small picture
   */
  record Sender(String office, Optional<Logo> logo) {}

  /** A picture with its kind, such as {@code image/png}. */
  @SuppressWarnings("ArrayRecordComponent")
  record Logo(byte[] bytes, String type) {}

  /**
   * @throws AddressException if no server would take the address
   */
  MimeMessage build(
      Session session, Row mail, URI link, InternetAddress to, Sender sender, Instant now)
      throws MessagingException {
    Said said = texts.of(mail, link, sender.office(), profile, sender.logo().isPresent());
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            .from(from(sender.office()))
            .to(to)
            .withSubject(said.subject())
            .withContentTransferEncoding(ContentTransferEncoding.QUOTED_PRINTABLE)
            .withPlainText(said.plain())
            .withHTMLText(said.html())
            .fixingMessageId(mail.messageId())
            .fixingSentDate(Date.from(now))
            // Nobody's "I am away" answers a program, and no list takes it for one of its own.
            .withHeader("Auto-Submitted", "auto-generated")
            .withHeader("X-Auto-Response-Suppress", "All");
    if (mail.kind().isChosen() && mail.recipientKind() == WriteMail.Who.PERSON) {
      email.withHeader("List-Unsubscribe", "<" + profile + ">");
    }
    sender.logo().ifPresent(logo -> email.withEmbeddedImage("logo", logo.bytes(), logo.type()));
    return EmailConverter.emailToMimeMessage(email.buildEmail(), session);
  }

  private InternetAddress from(String office) throws AddressException {
    InternetAddress from = address(settings.from());
    String name = MailTexts.oneLine(settings.fromName().isEmpty() ? office : settings.fromName());
    try {
      from.setPersonal(name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return from;
  }

  /**
   * An address as servers take it: the domain of {@code ibu@contoh.example} in letters that all of
   * them know.
   *
   * @throws AddressException if it is none
   */
  static InternetAddress address(String written) throws AddressException {
    int at = written.lastIndexOf('@');
    try {
      String ascii =
          at < 0
              ? written
              : written.substring(0, at + 1)
                  + IDN.toASCII(written.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      if (!ascii.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        // Letters before the @ need SMTPUTF8, which not every server on the way has.
        throw new AddressException("letters that not every server knows");
      }
      InternetAddress address = new InternetAddress(ascii, true);
      address.validate();
      return address;
    } catch (IllegalArgumentException noDomain) {
      throw new AddressException("no such domain");
    }
  }
}
