package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.WriteMail.To;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What persons decide about messages; one audit row each. */
public final class MailDecisions {

  private static final Duration TEST_LASTS = Duration.ofHours(1);

  private final Foundation foundation;
  private final MailDao dao;
  private final Mails mails;

  MailDecisions(Foundation foundation, MailDao dao, Mails mails) {
    this.foundation = foundation;
    this.dao = dao;
    this.mails = mails;
  }

  /**
   * Somebody has told the reader of it by other means.
   *
   * @throws Problem not found if it is none that this person may pass on; conflict if it does not
   *     wait any more
   */
  public void passOn(Actor by, UUID id) {
    foundation
        .transactions()
        .run(
            () -> {
              Row mail =
                  dao.lock(id).filter(row -> carries(by, row)).orElseThrow(Problem::notFound);
              if (!EnumSet.of(MailState.BY_HAND, MailState.REFUSED).contains(mail.state())) {
                throw Problem.conflict("mail.not-waiting");
              }
              decide(by, id, mail.state(), MailState.PASSED_ON, "mail.passed-on");
            });
  }

  private static boolean carries(Actor by, Row mail) {
    return switch (mail.kind().carrier()) {
      case ADMIN -> by.is(Role.ADMIN);
      case STAFF -> by.is(Role.STAFF);
      case READER -> by.isPerson(mail.recipientId());
      case PAGE -> false;
    };
  }

  /**
   * A message of which nobody knew whether it arrived is sent once more.
   *
   * @throws Problem conflict if that is not asked of it
   */
  public void sendAgain(Actor by, UUID id) {
    settleUnknown(by, id, MailState.QUEUED, "mail.sent-again");
  }

  /**
   * A message of which nobody knew whether it arrived did.
   *
   * @throws Problem conflict if that is not asked of it
   */
  public void arrived(Actor by, UUID id) {
    settleUnknown(by, id, MailState.SENT, "mail.arrived");
  }

  private void settleUnknown(Actor by, UUID id, MailState to, String action) {
    Permissions.require(by, Role.ADMIN);
    foundation
        .transactions()
        .run(
            () -> {
              Row mail = dao.lock(id).orElseThrow(Problem::notFound);
              if (mail.state() != MailState.UNKNOWN) {
                throw Problem.conflict("mail.not-unknown");
              }
              decide(by, id, mail.state(), to, action);
            });
  }

  private void decide(Actor by, UUID id, MailState from, MailState to, String action) {
    Optional<Instant> now = Optional.of(foundation.clock().instant());
    boolean queued = to == MailState.QUEUED;
    dao.decide(
        id,
        to,
        queued ? now : Optional.empty(),
        queued ? Optional.empty() : now,
        by.id().orElseThrow());
    foundation.audit().record(Change.of(by, action, "mail", id).moving(from, to));
  }

  /**
   * Writes a message to oneself, to see what comes of it.
   *
   * @throws Problem conflict if no server is set up
   */
  public void test(Actor by) {
    Permissions.require(by, Role.ADMIN);
    if (!mails.isSetUp()) {
      throw Problem.conflict("mail.not-set-up");
    }
    Instant now = foundation.clock().instant();
    UUID reader = by.id().orElseThrow();
    foundation
        .transactions()
        .run(
            () -> {
              UUID test = foundation.ids().next();
              mails.write(
                  List.of(
                      new WriteMail(
                          MailKind.TEST,
                          To.person(reader),
                          "test:" + test,
                          List.of(),
                          mails.page("/settings/mail"),
                          now.plus(TEST_LASTS))));
              foundation.audit().record(Change.of(by, "mail.tested", "mail", test));
            });
  }
}
