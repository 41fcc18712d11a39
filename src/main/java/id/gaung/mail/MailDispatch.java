package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.mail.Delivery.Outcome;
import id.gaung.mail.MailBuilder.Sender;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailKind.Carrier;
import id.gaung.mail.MailQueueDao.Lapsed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  private static final Actor ACTOR = Actor.system("mail");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration REST = Duration.ofMinutes(1);

  private final Foundation foundation;
  private final MailQueueDao queue;
  private final Addressees addressees;
  private final SealedLinks links;
  private final Optional<MailBuilder> builder;
  private final Supplier<SmtpLine> lines;
  private final Supplier<Sender> sender;
  private final String node;
  private final String owner;
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
    transact(() -> audit("mail.dropped", queue.expire(now())));
    transact(this::judgeLapsed);
    if (builder.isEmpty()) {
      transact(
          () ->
              audit(
                  "mail.without-server",
                  queue.withoutServer(MailKind.carriedBy(Carrier.PAGE), now())));
    }
  }

  private void judgeLapsed() {
    List<Lapsed> lapsed = queue.lapsed(now());
    List<UUID> unsent = lapsed.stream().filter(m -> !m.dot()).map(Lapsed::id).toList();
    List<UUID> unknown = lapsed.stream().filter(Lapsed::dot).map(Lapsed::id).toList();
    if (!unsent.isEmpty()) {
      queue.closeAttempts(unsent, Outcome.TRY_AGAIN, now());
      queue.backToQueue(unsent, now());
    }
    if (!unknown.isEmpty()) {
      queue.closeAttempts(unknown, Outcome.UNKNOWN, now());
      queue.nobodyKnows(unknown);
      audit("mail.unknown", unknown);
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
      end(mail, MailState.DROPPED, Optional.of(to.isEmpty() ? "GONE" : "UNWANTED"), true);
      audit("mail.dropped", List.of(mail.id()));
      return new Taken(mail, Optional.empty());
    }
    try {
      InternetAddress address = MailBuilder.address(to.get().email().orElse(""));
      queue.begin(mail.id(), mail.attempts(), owner, now());
      return new Taken(mail, Optional.of(address));
    } catch (MessagingException noAddress) {
      boolean page = mail.kind().carrier() == Carrier.PAGE;
      end(mail, MailState.REFUSED, Optional.of("NO_ADDRESS"), page);
      audit("mail.refused", List.of(mail.id()));
      return new Taken(mail, Optional.empty());
    }
  }

  private void send(SmtpLine line, Sender office, Taken taken) {
    Row mail = taken.mail();
    Delivery found = tell(line, office, taken);
    transact(
        () -> {
          queue.endAttempt(
              mail.id(), mail.attempts(), found.outcome(), found.code(), found.words(), now());
          settle(mail, found);
        });
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
    if (found.ofServer()) {
      restUntil = now().plus(REST);
    }
  }

  private Delivery tell(SmtpLine line, Sender office, Taken taken) {
    Row mail = taken.mail();
    Optional<URI> link = mail.sealedLink().flatMap(sealed -> links.open(mail.id(), sealed));
    if (link.isEmpty()) {
      return Delivery.refused(0, "its link does not open under this secret key");
    }
    try {
      MimeMessage message =
          builder
              .orElseThrow()
              .build(
                  line.session(), mail, link.get(), taken.to().orElseThrow(), office, now());
      return line.send(message, taken.to().orElseThrow(), () -> mayEnd(mail));
    } catch (MessagingException unfit) {
      return Delivery.refused(0, SmtpDialogue.reason(unfit));
    }
  }

  private boolean mayEnd(Row mail) {
    Instant now = now();
    return queue.beforeDot(mail.id(), mail.attempts(), owner, now, now.plus(LEASE)) > 0;
  }

  private void settle(Row mail, Delivery found) {
    switch (found.outcome()) {
      case SENT -> {
        if (end(mail, MailState.SENT, Optional.empty(), true) > 0) {
          audit("mail.sent", List.of(mail.id()));
        }
      }
      case REFUSED -> refuse(mail, "SERVER");
      case UNKNOWN -> {
        if (end(mail, MailState.UNKNOWN, Optional.empty(), false) > 0) {
          audit("mail.unknown", List.of(mail.id()));
        }
      }
      case TRY_AGAIN -> {
        Instant next = now().plus(BackOff.after(mail.attempts()));
        if (BackOff.isOver(mail.createdAt(), next)) {
          refuse(mail, "TOO_LONG");
        } else {
          queue.end(
              mail.id(),
              mail.attempts(),
              owner,
              MailState.QUEUED,
              Optional.of(next),
              Optional.empty(),
              false,
              now());
        }
      }
    }
  }

  private void refuse(Row mail, String why) {
    boolean page = mail.kind().carrier() == Carrier.PAGE;
    if (end(mail, MailState.REFUSED, Optional.of(why), page) > 0) {
      audit("mail.refused", List.of(mail.id()));
    }
  }

  private int end(Row mail, MailState state, Optional<String> why, boolean wipe) {
    return queue.end(
        mail.id(), mail.attempts(), owner, state, Optional.empty(), why, wipe, now());
  }

  private void audit(String action, List<UUID> ids) {
    ids.forEach(id -> foundation.audit().record(Change.of(ACTOR, action, "mail", id)));
  }

  private void transact(Runnable work) {
    foundation.transactions().run(work);
  }

  private Instant now() {
    return foundation.clock().instant();
  }
}
