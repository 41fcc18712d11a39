package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.mail.Delivery.Outcome;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailKind.Carrier;
import id.gaung.mail.MailQueueDao.Lapsed;
import id.gaung.mail.MailState.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down how messages end, or go back into the queue. */
final class MailEndings {

  private static final Actor ACTOR = Actor.system("mail");

  private final Foundation foundation;
  private final MailQueueDao queue;
  private final String owner;

  /**
   * @param owner the sender whose messages these are
   */
  MailEndings(Foundation foundation, MailQueueDao queue, String owner) {
    this.foundation = foundation;
    this.queue = queue;
    this.owner = owner;
  }

  /** What is over is dropped. */
  void expire() {
    transact(() -> audit("mail.dropped", queue.expire(now())));
  }

  /** Whose sender is gone is sent again if it certainly did not leave; else nobody knows. */
  void judgeLapsed() {
    transact(() -> judge(queue.lapsed(now())));
  }

  /** What was to leave by a server that is no longer set up waits for hands. */
  void withoutServer() {
    transact(
        () ->
            audit(
                "mail.without-server",
                queue.withoutServer(MailKind.carriedBy(Carrier.PAGE), now())));
  }

  private void judge(List<Lapsed> lapsed) {
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

  /** What came of a try. */
  void ended(Row mail, Delivery found) {
    transact(
        () -> {
          queue.endAttempt(
              mail.id(), mail.attempts(), found.outcome(), found.code(), found.words(), now());
          settle(mail, found);
        });
  }

  private void settle(Row mail, Delivery found) {
    switch (found.outcome()) {
      case SENT -> {
        if (end(mail, MailState.SENT, Optional.empty(), true) > 0) {
          audit("mail.sent", List.of(mail.id()));
        }
      }
      case REFUSED -> refuse(mail, Why.SERVER);
      case UNKNOWN -> {
        if (end(mail, MailState.UNKNOWN, Optional.empty(), false) > 0) {
          audit("mail.unknown", List.of(mail.id()));
        }
      }
      case TRY_AGAIN -> {
        Instant next = now().plus(BackOff.after(mail.attempts()));
        if (BackOff.isOver(mail.createdAt(), next)) {
          refuse(mail, Why.TOO_LONG);
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

  /** Nobody needs it, or wants it. Joins the caller's transaction. */
  void drop(Row mail, Why why) {
    end(mail, MailState.DROPPED, Optional.of(why), true);
    audit("mail.dropped", List.of(mail.id()));
  }

  /** Joins the caller's transaction. */
  void refuse(Row mail, Why why) {
    boolean page = mail.kind().carrier() == Carrier.PAGE;
    if (end(mail, MailState.REFUSED, Optional.of(why), page) > 0) {
      audit("mail.refused", List.of(mail.id()));
    }
  }

  private int end(Row mail, MailState state, Optional<Why> why, boolean wipe) {
    return queue.end(mail.id(), mail.attempts(), owner, state, Optional.empty(), why, wipe, now());
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
