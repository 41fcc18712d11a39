package id.gaung.mail;

import id.gaung.mail.SmtpSettings.Security;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The way to the server: opened when first needed, kept for the next message, opened anew when the
 * server closed it meanwhile. For one thread.
 */
final class SmtpLine implements AutoCloseable {

  /** Cuts what takes too long as a whole, such as a server that says one letter a minute. */
  private static final ScheduledExecutorService CUTTING =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "mail-time-limit");
            thread.setDaemon(true);
            return thread;
          });

  private final SmtpSettings settings;
  private final Session session;
  private final KeptSocket socket = new KeptSocket();
  private @Nullable SmtpDialogue dialogue;

  /**
   * @param ownName by which we greet the server, a host's name
   * @param trust whom to trust instead of the usual authorities; for tests
   */
  SmtpLine(SmtpSettings settings, String ownName, Optional<SSLSocketFactory> trust) {
    this.settings = settings;
    Properties p = new Properties();
    p.put("mail.smtp.host", settings.host());
    p.put("mail.smtp.port", Integer.toString(settings.port()));
    p.put("mail.smtp.localhost", ownName);
    p.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    p.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.SMTPS));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
    p.put(
        "mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
    p.put("mail.smtp.connectiontimeout", Long.toString(settings.limits().connect().toMillis()));
    p.put("mail.smtp.timeout", Long.toString(settings.limits().read().toMillis()));
    p.put("mail.smtp.writetimeout", Long.toString(settings.limits().read().toMillis()));
    p.put("mail.smtp.quitwait", "false");
    p.put("mail.smtp.socketFactory", socket);
    trust.ifPresent(factory -> p.put("mail.smtp.ssl.socketFactory", factory));
    // The dot alone ends a message; chunks would end it in another way.
    p.put("mail.smtp.chunksize", "-1");
    this.session = Session.getInstance(p);
  }

  Session session() {
    return session;
  }

  /**
   * @see SmtpDialogue#tell
   */
  Delivery send(Message message, Address to, BooleanSupplier lastWord) {
    ScheduledFuture<?> limit =
        CUTTING.schedule(socket::cut, settings.limits().whole().toMillis(), TimeUnit.MILLISECONDS);
    try {
      SmtpDialogue open = dialogue;
      if (open != null) {
        Delivery found = open.tell(message, to, lastWord);
        if (found.outcome() == Delivery.Outcome.SENT || !open.refusedToBegin()) {
          return kept(open, found);
        }
        // Nothing of the message was said on it, so it may be said on a new one.
        close();
      }
      SmtpDialogue fresh = new SmtpDialogue(session);
      dialogue = fresh;
      fresh.connect(
          settings.host(),
          settings.port(),
          settings.user().isEmpty() ? null : settings.user(),
          settings.user().isEmpty() ? null : settings.password().reveal());
      return kept(fresh, fresh.tell(message, to, lastWord));
    } catch (MessagingException away) {
      close();
      int code = away instanceof SMTPSendFailedException said ? said.getReturnCode() : 0;
      return Delivery.serverAway(code, SmtpDialogue.reason(away));
    } finally {
      limit.cancel(false);
    }
  }

  private Delivery kept(SmtpDialogue used, Delivery found) {
    // After anything but a clear answer nobody knows what the server waits for.
    if (found.code() == 0 || found.code() == 421 || found.ofServer() || !used.isConnected()) {
      close();
    }
    return found;
  }

  @Override
  public void close() {
    SmtpDialogue open = dialogue;
    dialogue = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (MessagingException gone) {
      // It is closed all the same.
    }
  }

  /** Makes plain sockets and keeps the last, so that it can be cut from outside. */
  private static final class KeptSocket extends SocketFactory {

    private volatile @Nullable Socket last;

    void cut() {
      Socket open = last;
      try {
        if (open != null) {
          open.close();
        }
      } catch (IOException gone) {
        // That was wanted.
      }
    }

    @Override
    public Socket createSocket() {
      Socket made = new Socket();
      last = made;
      return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("connected by its user");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      throw new IOException("connected by its user");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw new IOException("connected by its user");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      throw new IOException("connected by its user");
    }
  }
}
