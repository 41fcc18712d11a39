package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Slows guessing down: 5 failures per e-mail address and 50 per network address within 15 minutes,
 * counted in the database for all nodes together. An e-mail address is kept as a hash, since people
 * type passwords into the wrong field.
 */
final class Throttle {

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int PER_EMAIL = 5;
  static final int PER_ADDRESS = 50;

  /** A sign-in under way, which counts as failed until it succeeds. */
  record Attempt(String emailKey, long emailRow, long addressRow) {
    long[] rows() {
      return new long[] {emailRow, addressRow};
    }
  }

  private final SignInFailureDao dao;
  private final Clock clock;

  Throttle(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(SignInFailureDao.class);
    this.clock = foundation.clock();
  }

  /**
   * Begins an attempt. It is written down before it is counted, so that many at once cannot all
   * pass; a refused one is taken back, so that trying again does not lengthen the wait.
   *
   * @throws Problem TOO_MANY with the minutes to wait
   */
  Attempt begin(String email, String address) {
    Instant now = clock.instant();
    String emailKey =
        "email:" + HexFormat.of().formatHex(Token.presented(People.email(email)).hash());
    String addressKey = "address:" + address;
    Attempt attempt = new Attempt(emailKey, dao.insert(emailKey, now), dao.insert(addressKey, now));
    check(attempt, emailKey, PER_EMAIL, now);
    check(attempt, addressKey, PER_ADDRESS, now);
    return attempt;
  }

  /** Forgives the e-mail address's failures. */
  void succeeded(Attempt attempt) {
    dao.delete(attempt.rows());
    dao.deleteAllOf(attempt.emailKey());
  }

  int removeOver() {
    return dao.deleteOlder(clock.instant().minus(WINDOW));
  }

  private void check(Attempt attempt, String key, int limit, Instant now) {
    Failures failures = dao.failures(key, now.minus(WINDOW));
    if (failures.count() <= limit) {
      return;
    }
    dao.delete(attempt.rows());
    Duration wait = Duration.between(now, failures.oldest().orElse(now).plus(WINDOW));
    throw Problem.tooMany(
        wait.isNegative() ? Duration.ZERO : wait.plusMillis(999),
        "sign-in.too-many",
        Long.toString(Math.max(1, wait.plusSeconds(59).toMinutes())));
  }
}
