package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Problem;
import id.gaung.web.RepeatStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers to commands, sealed, for a day. The answer is written outside of the command's
 * transaction, that the command was done within it. A node that is killed before leaves a key that
 * is free again after some minutes; killed afterwards, one that is never worked on again.
 */
final class KeptAnswers implements RepeatStore {

  static final Duration KEPT = Duration.ofDays(1);
  static final Duration STUCK = Duration.ofMinutes(2);

  private final KeptAnswerDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  // The run that this thread began; one object for the whole application, so not static.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable UUID> run = new ThreadLocal<>();

  KeptAnswers(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(KeptAnswerDao.class);
    this.transactions = foundation.transactions();
    this.ids = foundation.ids();
    this.clock = foundation.clock();
  }

  @Override
  public Optional<Kept> find(byte[] key) {
    return dao.find(key, clock.instant().minus(KEPT));
  }

  @Override
  public Beginning begin(byte[] key, byte[] content) {
    Instant now = clock.instant();
    UUID mine = ids.next();
    if (dao.begin(key, content, mine, now, now.minus(KEPT), now.minus(STUCK)) == 0) {
      return dao.isDone(key, now.minus(STUCK)) ? Beginning.DONE : Beginning.RUNNING;
    }
    run.set(mine);
    transactions.markFirstChange(() -> done(key, mine));
    return Beginning.BEGUN;
  }

  private void done(byte[] key, UUID mine) {
    if (dao.done(key, mine) == 0) {
      throw Problem.conflict("problem.still-running");
    }
  }

  @Override
  public void answer(byte[] key, byte[] answer) {
    dao.answer(key, mine(), answer);
  }

  @Override
  public boolean forget(byte[] key) {
    return dao.deleteUndone(key, mine()) > 0 || !dao.isDoneBy(key, mine());
  }

  @Override
  public void allowAgain(byte[] key) {
    dao.delete(key, mine());
  }

  @Override
  public void end() {
    transactions.unmark();
    run.remove();
  }

  private UUID mine() {
    UUID mine = run.get();
    if (mine == null) {
      throw new IllegalStateException("this thread has begun nothing");
    }
    return mine;
  }

  int removeOver() {
    return dao.deleteOlder(clock.instant().minus(KEPT));
  }
}
