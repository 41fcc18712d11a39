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
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
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

  interface KeptAnswerDao {

    @SqlQuery(
        """
        select encode(content, 'hex') as content, answer from kept_answer
        where key = :key and at > :since
        """)
    Optional<RepeatStore.Kept> find(byte[] key, Instant since);

    // A request whose node was killed before it changed anything leaves a row that is taken over.
    @SqlUpdate(
        """
        insert into kept_answer (key, content, run, at) values (:key, :content, :run, :now)
        on conflict (key) do update set content = excluded.content, run = excluded.run,
          at = excluded.at, answer = null, done = false
        where kept_answer.at <= :since
          or (not kept_answer.done and kept_answer.answer is null and kept_answer.at <= :stuckSince)
        """)
    int begin(byte[] key, byte[] content, UUID run, Instant now, Instant since, Instant stuckSince);

    @SqlQuery(
        """
        select exists (select 1 from kept_answer where key = :key and done and at <= :stuckSince)
        """)
    boolean isDone(byte[] key, Instant stuckSince);

    @SqlQuery("select exists (select 1 from kept_answer where key = :key and run = :run and done)")
    boolean isDoneBy(byte[] key, UUID run);

    @SqlUpdate("update kept_answer set done = true where key = :key and run = :run")
    int done(byte[] key, UUID run);

    @SqlUpdate("update kept_answer set answer = :answer where key = :key and run = :run")
    void answer(byte[] key, UUID run, byte[] answer);

    @SqlUpdate("delete from kept_answer where key = :key and run = :run and not done")
    int deleteUndone(byte[] key, UUID run);

    @SqlUpdate("delete from kept_answer where key = :key and run = :run")
    void delete(byte[] key, UUID run);

    @SqlUpdate("delete from kept_answer where at <= :before")
    int deleteOlder(Instant before);
  }
}
