package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import java.util.UUID;

/** What people change about themselves; audited. */
final class Profile {

  private final PersonDao dao;
  private final SignInEnds ends;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Transactions transactions;
  private final Audit audit;

  Profile(Foundation foundation, SignInEnds ends, Sessions sessions, Passwords passwords) {
    this.dao = foundation.jdbi().onDemand(PersonDao.class);
    this.ends = ends;
    this.sessions = sessions;
    this.passwords = passwords;
    this.transactions = foundation.transactions();
    this.audit = foundation.audit();
  }

  Person of(Actor by) {
    return by.id().flatMap(dao::find).orElseThrow(Problem::notFound);
  }

  void edit(Actor by, EditProfile edit) {
    UUID id = of(by).id();
    transactions.run(
        () -> {
          dao.updateProfile(id, edit.name().strip(), edit.language().code());
          audit.record(
              Change.of(by, "person.profile-changed", "person", id)
                  .with("name", edit.name().strip())
                  .with("language", edit.language().code()));
        });
  }

  /** Whether the present password is asked before another is chosen. */
  boolean asksCurrent(Actor by, Token session) {
    return of(by).hasPassword() && !sessions.isByLink(session);
  }

  /**
   * Sets a new password and ends the person's other sessions. The present one is asked, except
   * where there is none or the person has just come by a link, as those do who have forgotten it.
   *
   * @param session the session that stays
   */
  void changePassword(Actor by, Token session, ChangePassword change) {
    Person person = of(by);
    if (!change.password().equals(change.repeat())) {
      throw Problem.invalid("repeat", "password.repeat");
    }
    if (People.email(change.password()).equals(person.email())) {
      throw Problem.invalid("password", "password.is-email");
    }
    if (asksCurrent(by, session)
        && !passwords.matches(change.current(), dao.passwordHash(person.id()))) {
      throw Problem.invalid("current", "password.current-wrong");
    }
    String hash = passwords.hash(change.password());
    transactions.run(
        () -> {
          dao.updatePassword(person.id(), hash);
          ends.endOthers(person.id(), session);
          audit.record(Change.of(by, "person.password-changed", "person", person.id()));
        });
  }
}
