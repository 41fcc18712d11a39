package id.gaung.mail;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.mail.MailDao.NewRow;
import id.gaung.mail.MailKind.Carrier;
import id.gaung.mail.WriteMail.To;
import java.net.URI;
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
 * takes the message with it; what becomes of it is the affair of {@link MailDispatch} and, where a
 * person must decide, of {@link MailDecisions}.
 */
public final class Mails {

  private static final Actor SYSTEM = Actor.system("mail");

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
        wanted ? Optional.empty() : Optional.of(MailState.Why.UNWANTED));
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
                    .forEach(
                        id ->
                            foundation
                                .audit()
                                .record(Change.of(SYSTEM, "mail.dropped", "mail", id))));
  }
}
