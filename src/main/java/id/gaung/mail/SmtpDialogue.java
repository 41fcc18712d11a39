package id.gaung.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One line to the server, which knows how far each message came. What decides is the dot that ends
 * the data: before all of it was handed to the line nothing was sent, whatever else is known; after
 * that only the server's own answer counts, and without one nobody knows.
 */
final class SmtpDialogue extends SMTPTransport {

  /** They speak of how we come in, not of the message. */
  private static final Set<Integer> OF_SETTINGS = Set.of(421, 503, 530, 534, 535, 538);

  private enum Step {
    MAIL,
    RECIPIENT,
    DATA,
    DOT
  }

  private Step step = Step.MAIL;
  private boolean dotLeft;
  private boolean answered;
  private boolean held;
  private int code;
  private String words = "";
  private BooleanSupplier mayEnd = () -> true;

  SmtpDialogue(Session session) {
    super(session, null, "smtp", false);
  }

  /**
   * Hands one message over. Never throws for what the line or the server does.
   *
   * @param lastWord asked when all but the last dot was written; unless it says yes, the line is
   *     cut and nothing was sent
   */
  synchronized Delivery tell(Message message, Address to, BooleanSupplier lastWord) {
    step = Step.MAIL;
    dotLeft = false;
    answered = false;
    held = false;
    code = 0;
    words = "";
    mayEnd = lastWord;
    try {
      sendMessage(message, new Address[] {to});
      return Delivery.sent(code, words);
    } catch (SendFailedException failed) {
      return judge(failed);
    } catch (MessagingException | RuntimeException failed) {
      return judge(failed);
    }
  }

  /**
   * Whether the line did not even take the sender. On a line that was used before that says more of
   * the line than of the message: servers end idle ones with 421, with 451, or without a word.
   */
  synchronized boolean refusedToBegin() {
    return step == Step.MAIL;
  }

  private Delivery judge(Exception failed) {
    String why = words.isBlank() ? reason(failed) : words;
    if (dotLeft) {
      return switch (code / 100) {
        case 2 -> Delivery.sent(code, why);
        case 4 -> Delivery.again(code, why);
        case 5 -> Delivery.refused(code, why);
        default -> Delivery.unknown(why);
      };
    }
    if (held) {
      return Delivery.again(0, "held back");
    }
    if (OF_SETTINGS.contains(code)) {
      return Delivery.serverAway(code, why);
    }
    return code / 100 == 5 ? Delivery.refused(code, why) : Delivery.again(code, why);
  }

  static String reason(Exception failed) {
    Throwable last = failed;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName() + ": " + last.getMessage();
  }

  @Override
  protected void mailFrom() throws MessagingException {
    step = Step.MAIL;
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    step = Step.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    step = Step.DATA;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!mayEnd.getAsBoolean()) {
      held = true;
      // The one kind of failure after which the line is cut without another word.
      throw new IOException("held back before the end of the message");
    }
    step = Step.DOT;
    super.finishData();
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    super.sendCommand(command);
    dotLeft |= step == Step.DOT && command.equals(".");
  }

  /**
   * The first refusal counts, and after the dot the first answer; what is said of RSET does not.
   */
  @Override
  protected int readServerResponse() throws MessagingException {
    boolean toTheDot = dotLeft && !answered;
    answered |= toTheDot;
    int said = super.readServerResponse();
    if (toTheDot ? said >= 200 : !dotLeft && code == 0 && said >= 400) {
      code = said;
      words = getLastServerResponse();
    }
    return said;
  }
}
