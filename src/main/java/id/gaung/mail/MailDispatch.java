package id.gaung.mail;

import id.gaung.audit.Foundation;
import id.gaung.mail.Delivery.Outcome;
import id.gaung.mail.MailBuilder.Sender;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailState.Why;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of the outbox and hands them to the server, each once: before anything leaves
 * its attempt is committed, and before the dot that ends it does, that it may have. So a message
 * whose sender died is sent again only if it certainly did not leave; else a person is asked. Of
 * several nodes one has a message at a time, and one that lost it meanwhile is stopped at the dot.
 * Thread-safe: each thread that drains has a line of its own.
 */
final class MailDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Foundation foundation;
  private final MailQueueDao queue;
  private final Addressees addressees;
  private final SealedLinks links;
  private final Optional<MailBuilder> builder;
  private final Supplier<SmtpLine> lines;
  private final Supplier<Sender> sender;
  private final String node;
  private final String owner;
  private final MailEndings endings;
  private final AtomicInteger inARow = new AtomicInteger();
  private volatile Instant restUntil = Instant.MIN;
  private volatile boolean stopping;

  /**
   * @param builder empty where no server is set up
   * @param sender the office, asked once for each draining
   * @param node this process's name in the cluster, the same after a restart, without a slash
   */
  MailDispatch(
      Foundation foundation,
      Addressees addressees,
      SealedLinks links,
      Optional<MailBuilder> builder,
      Supplier<SmtpLine> lines,
      Supplier<Sender> sender,
      String node) {
    this.foundation = foundation;
    this.queue = foundation.jdbi().onDemand(MailQueueDao.class);
    this.addressees = addressees;
    this.links = links;
    this.builder = builder;
    this.lines = lines;
    this.sender = sender;
    this.node = node;
    this.owner = node + "/" + foundation.ids().next();
    this.endings = new MailEndings(foundation, queue, owner);
  }

  /** Before the first draining: what this node was at when it died is judged at once. */
  void start() {
    queue.endPreviousLife(node, owner, now().minusSeconds(1));
  }

  /** Begins no further message. */
  void standby() {
    stopping = true;
  }

  /** What is over is dropped, whose sender is gone is judged, what cannot leave waits for hands. */
  void tidy() {
    endings.expire();
    endings.judgeLapsed();
    if (builder.isEmpty()) {
      endings.withoutServer();
    }
  }

  /**
   * Sends until nothing is due, on the caller's thread.
   *
   * @return how many were tried
   */
  int drain() {
    if (builder.isEmpty()) {
      return 0;
    }
    int tried = 0;
    try (SmtpLine line = lines.get()) {
      Sender office = sender.get();
      while (!stopping && !now().isBefore(restUntil)) {
        Optional<Taken> taken = take();
        if (taken.isEmpty()) {
          break;
        }
        if (taken.get().to.isPresent()) {
          send(line, office, taken.get());
          tried++;
        }
      }
    }
    return tried;
  }

  /** A message of ours, and where it goes; no address if it ended without leaving. */
  private record Taken(Row mail, Optional<InternetAddress> to) {}

  private Optional<Taken> take() {
    return foundation
        .transactions()
        .call(
            () -> {
              Instant now = now();
              return queue
                  .take(owner, now, now.plus(LEASE), !QuietHours.at(now))
                  .map(this::addressed);
            });
  }

  private Taken addressed(Row mail) {
    Optional<Addressee> to = addressees.find(mail.to()).filter(Addressee::active);
    if (to.isEmpty() || !addressees.wants(to.get(), mail.kind())) {
      endings.drop(mail, to.isEmpty() ? Why.GONE : Why.UNWANTED);
      return new Taken(mail, Optional.empty());
    }
    try {
      InternetAddress address = MailBuilder.address(to.get().email().orElse(""));
      queue.begin(mail.id(), mail.attempts(), owner, now());
      return new Taken(mail, Optional.of(address));
    } catch (MessagingException noAddress) {
      endings.refuse(mail, Why.NO_ADDRESS);
      return new Taken(mail, Optional.empty());
    }
  }

  private void send(SmtpLine line, Sender office, Taken taken) {
    Row mail = taken.mail();
    Delivery found = tell(line, office, taken);
    endings.ended(mail, found);
    if (found.outcome() != Outcome.SENT) {
      LOG.warn(
          "Message not sent: message={} kind={} attempt={} outcome={} code={} words=\"{}\"",
          mail.id(),
          mail.kind(),
          mail.attempts(),
          found.outcome(),
          found.code(),
          found.words());
    }
    rest(found);
  }

  /** A server that is away is asked less and less often, up to once a minute. */
  private void rest(Delivery found) {
    if (!found.ofServer()) {
      inARow.set(0);
      return;
    }
    int times = Math.min(inARow.incrementAndGet(), 6);
    restUntil = now().plus(Duration.ofSeconds(Math.min(60, 1 << times)));
  }

  private Delivery tell(SmtpLine line, Sender office, Taken taken) {
    Row mail = taken.mail();
    Optional<URI> link = mail.sealedLink().flatMap(bytes -> links.open(mail.id(), bytes));
    if (link.isEmpty()) {
      return Delivery.refused(0, "its link does not open under this secret key");
    }
    InternetAddress to = taken.to().orElseThrow();
    MimeMessage message;
    try {
      message = builder.orElseThrow().build(line.session(), mail, link.get(), to, office, now());
    } catch (MessagingException | RuntimeException unfit) {
      return Delivery.refused(0, SmtpDialogue.reason(unfit));
    }
    return line.send(message, to, () -> mayEnd(mail));
  }

  private boolean mayEnd(Row mail) {
    Instant now = now();
    return queue.beforeDot(mail.id(), mail.attempts(), owner, now, now.plus(LEASE)) > 0;
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
