package id.gaung.mail;

import id.gaung.mail.MailDao.Row;
import id.gaung.web.Formats;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, in its reader's language: never a name, a number or an amount of anybody.
 */
final class MailTexts {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** A header of one long word cannot be folded, and nobody reads more. */
  private static final int MOST = 150;

  private static final String HTML = resource();

  private final Texts texts = Texts.load(List.of("mail"));

  /**
   * @param subject one line
   * @param plain lines, for readers without HTML
   * @param html a whole page
   * @param spoken for WhatsApp: without office and foot
   */
  record Said(String subject, String plain, String html, String spoken) {}

  /**
   * @param office by whose name it is sent
   * @param profile where the reader says what they want to get
   * @param logo whether the office's mark is with it, as {@code cid:logo}
   */
  Said of(Row mail, URI link, String office, URI profile, boolean logo) {
    Translator t = texts.in(mail.language());
    Object[] args = MailArgs.read(mail.args(), new Formats(mail.language()));
    String subject = oneLine(t.get("mail.subject." + mail.kind().name(), args));
    String body = t.get("mail.body." + mail.kind().name(), args);
    String button = t.get("mail.button." + mail.kind().name());
    String foot = t.get(foot(mail), profile);
    String hello = t.get("mail.hello");
    String html =
        fill(
            Map.of(
                "lang", mail.language().code(),
                "subject", subject,
                "hello", hello,
                "body", body,
                "link", link.toString(),
                "button", button,
                "office", office,
                "foot", foot));
    return new Said(
        subject,
        hello
            + "\n\n"
            + body
            + "\n\n"
            + button
            + ":\n"
            + link
            + "\n\n-- \n"
            + office
            + "\n"
            + foot
            + "\n",
        logo ? html : html.replaceFirst("<img [^>]*>", ""),
        hello + " " + body + "\n" + link + "\n" + office);
  }

  private static String foot(Row mail) {
    if (mail.recipientKind() == WriteMail.Who.CREATOR) {
      return "mail.foot.creator";
    }
    return mail.kind().isChosen() ? "mail.foot.chosen" : "mail.foot.always";
  }

  /** A line break in a header begins another header. */
  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST - 1)).strip() + "…";
  }

  private static String fill(Map<String, String> values) {
    return PLACE
        .matcher(HTML)
        .replaceAll(
            place -> Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource() {
    try (InputStream in = MailTexts.class.getResourceAsStream("/mail/message.html")) {
      if (in == null) {
        throw new IllegalStateException("no text of a message in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
