package id.gaung.mail;

import id.gaung.kernel.Secret;
import java.time.Duration;

/**
 * The server that takes our mail.
 *
 * @param user empty where it asks for none
 * @param fromName empty for the office's name
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    String user,
    Secret password,
    String from,
    String fromName,
    Limits limits) {

  /** How the line is made safe. */
  public enum Security {
    NONE,
    STARTTLS,
    SMTPS
  }

  /**
   * How long is waited. The answer to the last dot may take long: servers look at the whole message
   * first.
   *
   * @param connect for the line
   * @param read for each answer, and for each write
   * @param whole for one message with all that belongs to it
   */
  public record Limits(Duration connect, Duration read, Duration whole) {
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(4));
  }
}
