package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.mail.MailDao.NewRow;
import id.gaung.mail.MailDao.Row;
import id.gaung.mail.MailKind.Carrier;
import id.gaung.mail.WriteMail.To;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The outbox. Features write into it in the transaction of what they tell of, so that a rollback
 * takes the message with it; what becomes of it is decided by persons here and by {@link
 * MailDispatch}.
 */
public final class Mails {

  private static final Actor SYSTEM = Actor.system("mail");
  private static final Duration TEST_LASTS = Duration.ofHours(1);

  private final Foundation foundation;
  private final MailDao dao;
  private final Addressees addressees;
  private final SealedLinks links;
  private final boolean setUp;
  private final URI publicUrl;

  /**
   * @param setUp whether there is a server that takes our mail
   */
  Mails(
      Foundation foundation,
      MailDao dao,
      Addressees addressees,
      SealedLinks links,
      boolean setUp,
      URI publicUrl) {
    this.foundation = foundation;
    this.dao = dao;
    this.addressees = addressees;
    this.links = links;
    this.setUp = setUp;
    this.publicUrl = publicUrl;
  }

  /** A page of ours, such as {@code /posts/ID}, as a message names it. */
  public URI page(String path) {
    return URI.create(publicUrl + path);
  }

  /** Whether there is a server that takes our mail. */
  public boolean isSetUp() {
    return setUp;
  }

  /**
   * Writes messages; one whose key its reader has a message of already is left out. Who is not
   * known any more, or not active, gets none. Joins the caller's transaction; three statements
   * however many.
   */
  public void write(List<WriteMail> mails) {
    if (mails.isEmpty()) {
      return;
    }
    foundation
        .transactions()
        .run(
            () -> {
              Map<To, Addressee> known =
                  addressees.find(mails.stream().map(WriteMail::to).distinct().toList());
              Map<UUID, Set<MailKind>> unwanted = addressees.unwanted(known.values());
              List<NewRow> rows = new ArrayList<>();
              for (WriteMail mail : mails) {
                Addressee to = known.get(mail.to());
                if (to != null && to.active()) {
                  rows.add(row(mail, to, Addressees.wants(to, mail.kind(), unwanted)));
                }
              }
              dao.insert(rows);
            });
  }

  private NewRow row(WriteMail mail, Addressee to, boolean wanted) {
    UUID id = foundation.ids().next();
    Instant now = foundation.clock().instant();
    MailState state = wanted ? begin(mail.kind(), to) : MailState.DROPPED;
    boolean over = EnumSet.of(MailState.DROPPED, MailState.SHOWN).contains(state);
    return new NewRow(
        id,
        "<" + id + "@" + publicUrl.getHost() + ">",
        mail.key(),
        mail.kind(),
        mail.to().who(),
        mail.to().id(),
        to.language().name(),
        MailArgs.write(mail.args()),
        links.seal(id, mail.link()),
        mail.kind().isUrgent(),
        state,
        now,
        mail.until(),
        state == MailState.QUEUED ? Optional.of(now) : Optional.empty(),
        over ? Optional.of(now) : Optional.empty(),
        wanted ? Optional.empty() : Optional.of("UNWANTED"));
  }

  private MailState begin(MailKind kind, Addressee to) {
    if (setUp && to.email().isPresent()) {
      return MailState.QUEUED;
    }
    return kind.carrier() == Carrier.PAGE ? MailState.SHOWN : MailState.BY_HAND;
  }

  /**
   * What they told of is over, such as an offer that was answered: those whose key begins so and
   * that still wait need not be sent or passed on. Joins the caller's transaction.
   *
   * @param prefix of keys, ended so that it is no other's beginning
   */
  public void settle(String prefix) {
    foundation
        .transactions()
        .run(
            () ->
                dao.settle(prefix, foundation.clock().instant())
                    .forEach(id -> record(SYSTEM, "mail.dropped", id)));
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
              Row mail = dao.lock(id).filter(row -> carries(by, row)).orElseThrow(Problem::notFound);
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
    if (!setUp) {
      throw Problem.conflict("mail.not-set-up");
    }
    Instant now = foundation.clock().instant();
    UUID reader = by.id().orElseThrow();
    foundation
        .transactions()
        .run(
            () -> {
              UUID test = foundation.ids().next();
              write(
                  List.of(
                      new WriteMail(
                          MailKind.TEST,
                          To.person(reader),
                          "test:" + test,
                          List.of(),
                          page("/settings/mail"),
                          now.plus(TEST_LASTS))));
              record(by, "mail.tested", test);
            });
  }

  private void record(Actor by, String action, UUID id) {
    foundation.audit().record(Change.of(by, action, "mail", id));
  }
}
