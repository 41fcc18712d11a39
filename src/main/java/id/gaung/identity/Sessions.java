package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in. A session lasts 12 hours at most, and ends after 2 hours without a request;
 * nodes share nothing but its row.
 */
final class Sessions {

  static final Duration LASTS = Duration.ofHours(12);
  static final Duration IDLE = Duration.ofHours(2);
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

  /** How somebody came in; the audit log keeps it. */
  enum Way {
    PASSWORD,
    LINK,
    PRACTICE
  }

  private final SessionDao dao;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  Sessions(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(SessionDao.class);
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
    this.clock = foundation.clock();
  }

  /** Starts a session of its own for this sign-in. */
  Token start(Person person, Way way) {
    Token token = Token.random("");
    Instant now = clock.instant();
    transactions.run(
        () -> {
          dao.insert(token.hash(), person.id(), way == Way.LINK, now, now.plus(LASTS));
          audit.record(
              Change.of(person.actor(), "person.signed-in", "person", person.id())
                  .with("by", way.name()));
        });
    return token;
  }

  /** The person of a session that is not over. One query; the row is touched once a minute. */
  Optional<SignedInViewer> viewer(Token token) {
    Instant now = clock.instant();
    Optional<SignedInViewer> viewer = dao.viewer(token.hash(), now, now.minus(IDLE));
    if (viewer.filter(v -> isOld(v.usedAt(), now)).isPresent()) {
      dao.seen(token.hash(), now);
    }
    return viewer;
  }

  /** Whether the session began with a link, and no password was chosen in it since. */
  boolean isByLink(Token token) {
    return dao.byLink(token.hash()).orElse(false);
  }

  /** Its person knows the password now: they have just chosen it. Joins the transaction. */
  void isByPassword(Token token) {
    dao.setByPassword(token.hash());
  }

  void end(Token token) {
    dao.delete(token.hash());
  }

  int removeOver() {
    Instant now = clock.instant();
    return dao.deleteOver(now, now.minus(IDLE));
  }

  static boolean isOld(Optional<Instant> writtenAt, Instant now) {
    return writtenAt.isEmpty() || !writtenAt.get().plus(WRITTEN_EVERY).isAfter(now);
  }
}
