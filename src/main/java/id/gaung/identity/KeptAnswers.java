package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.web.RepeatStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers to commands, sealed, for a day. Written outside of the command's transaction: a node that
 * is killed between the two leaves a key that is free again after some minutes.
 */
final class KeptAnswers implements RepeatStore {

  static final Duration KEPT = Duration.ofDays(1);
  static final Duration STUCK = Duration.ofMinutes(2);

  private final KeptAnswerDao dao;
  private final Clock clock;

  KeptAnswers(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(KeptAnswerDao.class);
    this.clock = foundation.clock();
  }

  @Override
  public Optional<Kept> find(byte[] key) {
    return dao.find(key, clock.instant().minus(KEPT));
  }

  @Override
  public boolean begin(byte[] key, byte[] content) {
    Instant now = clock.instant();
    return dao.begin(key, content, now, now.minus(KEPT), now.minus(STUCK)) > 0;
  }

  @Override
  public void answer(byte[] key, byte[] answer) {
    dao.answer(key, answer);
  }

  @Override
  public void forget(byte[] key) {
    dao.delete(key);
  }

  int removeOver() {
    return dao.deleteOlder(clock.instant().minus(KEPT));
  }
}
