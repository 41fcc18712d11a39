package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.identity.Throttle.SignInFailureDao.Failures;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Slows guessing down, and the one who guesses rather than the one who is guessed at: within 15
 * minutes 5 failures from one network address for one e-mail address, 20 for one e-mail address
 * from wherever, 50 from one network address. A browser in which that person has signed in before
 * is counted by itself, so that strangers cannot shut its owner out. Counted in the database for
 * all nodes together; e-mail addresses are kept as hashes, since people type passwords into the
 * wrong field.
 */
final class Throttle {

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int PER_PAIR = 5;
  static final int PER_EMAIL = 20;
  static final int PER_ADDRESS = 50;

  /** How long a browser is known after it was last signed in with. */
  private static final Duration KNOWN = Duration.ofDays(180);

  /**
   * An attempt under way, which counts as failed until it succeeds.
   *
   * @param forgiven the keys whose failures are forgiven when it does
   */
  record Attempt(List<String> forgiven, List<Long> rows) {}

  private record Limit(String key, int most) {}

  private final SignInFailureDao dao;
  private final KnownBrowserDao browsers;
  private final Clock clock;

  Throttle(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(SignInFailureDao.class);
    this.browsers = foundation.jdbi().onDemand(KnownBrowserDao.class);
    this.clock = foundation.clock();
  }

  /**
   * Begins a sign-in. It is written down before it is counted, so that many at once cannot all
   * pass; a refused one is taken back, so that trying again does not lengthen the wait.
   *
   * @param browser what the browser's cookie says, if it has one
   * @throws Problem TOO_MANY with the minutes to wait
   */
  Attempt begin(String email, String address, Optional<Token> browser) {
    String plain = People.email(email);
    String hash = hex(Token.presented(plain));
    Instant since = clock.instant().minus(KNOWN);
    Optional<Token> known = browser.filter(b -> browsers.knows(b.hash(), plain, since));
    if (known.isPresent()) {
      String key = "browser:" + hex(known.get()) + ":" + hash;
      return begin(List.of(key), List.of(new Limit(key, PER_PAIR)));
    }
    String pair = "pair:" + address + ":" + hash;
    return begin(
        List.of(pair),
        List.of(
            new Limit(pair, PER_PAIR),
            new Limit("email:" + hash, PER_EMAIL),
            new Limit("address:" + address, PER_ADDRESS)));
  }

  /** Begins to prove the present password, by somebody who is signed in. */
  Attempt beginAtDesk(UUID personId) {
    String key = "profile:" + personId;
    return begin(List.of(key), List.of(new Limit(key, PER_PAIR)));
  }

  private Attempt begin(List<String> forgiven, List<Limit> limits) {
    Instant now = clock.instant();
    List<Long> rows = limits.stream().map(limit -> dao.insert(limit.key(), now)).toList();
    Attempt attempt = new Attempt(forgiven, rows);
    limits.forEach(limit -> check(attempt, limit, now));
    return attempt;
  }

  /** Forgives the failures before it. */
  void succeeded(Attempt attempt) {
    takeBack(attempt);
    attempt.forgiven().forEach(dao::deleteAllOf);
  }

  /** It was not tried after all. */
  void takeBack(Attempt attempt) {
    dao.delete(attempt.rows().stream().mapToLong(Long::longValue).toArray());
  }

  /** The browser is known from now on, by the token it has or a new one. */
  Token remember(Optional<Token> browser, UUID personId) {
    Token token = browser.orElseGet(() -> Token.random(""));
    browsers.remember(token.hash(), personId, clock.instant());
    return token;
  }

  int removeOver() {
    return dao.deleteOlder(clock.instant().minus(WINDOW))
        + browsers.deleteOlder(clock.instant().minus(KNOWN));
  }

  private void check(Attempt attempt, Limit limit, Instant now) {
    Failures failures = dao.failures(limit.key(), now.minus(WINDOW));
    if (failures.count() <= limit.most()) {
      return;
    }
    takeBack(attempt);
    Duration wait = Duration.between(now, failures.oldest().orElse(now).plus(WINDOW));
    throw Problem.tooMany(
        wait.isNegative() ? Duration.ZERO : wait.plusMillis(999),
        "sign-in.too-many",
        Long.toString(Math.max(1, wait.plusSeconds(59).toMinutes())));
  }

  private static String hex(Token token) {
    return HexFormat.of().formatHex(token.hash());
  }

  interface SignInFailureDao {

    @SqlUpdate("insert into sign_in_failure (key, at) values (:key, :at)")
    @GetGeneratedKeys("id")
    long insert(String key, Instant at);

    @SqlQuery(
        """
        select count(*) as count, min(at) as oldest from sign_in_failure
        where key = :key and at > :since
        """)
    Failures failures(String key, Instant since);

    @SqlUpdate("delete from sign_in_failure where id = any(:ids)")
    void delete(long[] ids);

    @SqlUpdate("delete from sign_in_failure where key = :key")
    void deleteAllOf(String key);

    @SqlUpdate("delete from sign_in_failure where at <= :before")
    int deleteOlder(Instant before);

    /** Failed sign-ins of one key within the window. */
    record Failures(long count, Optional<Instant> oldest) {}
  }
}
