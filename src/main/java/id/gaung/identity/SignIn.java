package id.gaung.identity;

import id.gaung.audit.Foundation;
import id.gaung.kernel.Problem;
import java.util.Optional;

/** Signing in by e-mail address and password. */
final class SignIn {

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
   * @throws Problem INVALID if e-mail address and password do not fit, TOO_MANY if it was tried too
   *     often
   */
  Token withPassword(String email, String password, String address) {
    Throttle.Attempt attempt = throttle.begin(email, address);
    // Outside of any transaction: hashing is slow on purpose and must hold no connection.
    boolean right = passwords.matches(password, dao.passwordHashByEmail(People.email(email)));
    Optional<Person> person =
        right ? dao.findByEmail(People.email(email)).filter(Person::active) : Optional.empty();
    if (person.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID, "sign-in.wrong");
    }
    throttle.succeeded(attempt);
    return sessions.start(person.get(), Sessions.Way.PASSWORD);
  }
}
