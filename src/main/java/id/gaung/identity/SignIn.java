package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Problem;
import java.util.Optional;

/** Signing in by e-mail address and password. */
final class SignIn {

  /**
   * Somebody who came in.
   *
   * @param browser by what the browser is known from now on
   */
  record In(Token session, Token browser) {}

  private final PersonDao dao;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Sessions sessions;

  SignIn(Foundation foundation, Passwords passwords, Throttle throttle, Sessions sessions) {
    this.dao = foundation.jdbi().onDemand(PersonDao.class);
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  /**
   * Starts a session. What was wrong is not told, nor does the time it takes tell: the address, the
   * password, or that the person is deactivated.
   *
   * @param address where the request came from
   * @param browser by what the browser is known, if it is
   * @throws Problem INVALID if e-mail address and password do not fit, TOO_MANY if it was tried too
   *     often
   */
  In withPassword(String email, String password, String address, Optional<Token> browser) {
    Throttle.Attempt attempt = throttle.begin(email, address, browser);
    // Outside of any transaction: hashing is slow on purpose and must hold no connection.
    boolean right;
    try {
      right = passwords.matches(password, dao.passwordHashByEmail(People.email(email)));
    } catch (Problem busy) {
      throttle.takeBack(attempt);
      throw busy;
    }
    Optional<Person> person =
        right ? dao.findByEmail(People.email(email)).filter(Person::active) : Optional.empty();
    if (person.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID, "sign-in.wrong");
    }
    throttle.succeeded(attempt);
    Token known = throttle.remember(browser, person.get().id());
    return new In(sessions.start(person.get(), Sessions.Way.PASSWORD), known);
  }
}
