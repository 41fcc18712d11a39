package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.Transactions;
import id.gaung.identity.Passwords.CommonPasswords;
import id.gaung.kernel.Actor;
import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What people change about themselves; audited. */
final class Profile {

  private final PersonDao dao;
  private final SignInEnds ends;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Transactions transactions;
  private final Audit audit;
  private final Throttle throttle;
  private final Clock clock;

  Profile(
      Foundation foundation,
      SignInEnds ends,
      Sessions sessions,
      Passwords passwords,
      Throttle throttle) {
    this.throttle = throttle;
    this.clock = foundation.clock();
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

  void edit(Actor by, ChangeProfile edit) {
    Person person = of(by);
    UUID id = person.id();
    String name = Typed.name(edit.name());
    Optional<Whatsapp> phone =
        edit.phone().map(typed -> People.phone("phone", typed)).orElseGet(person::phone);
    transactions.run(
        () -> {
          dao.updateProfile(id, name, phone, edit.language().code());
          audit.record(
              Change.of(by, "person.profile-changed", "person", id)
                  .with("name", name)
                  .with("language", edit.language().code()));
        });
  }

  /** Whether the present password is asked before another is chosen. */
  boolean asksCurrent(Actor by, Token session) {
    return of(by).hasPassword() && !sessions.isByLink(session);
  }

  /**
   * Whoever sits at somebody's desk while they are away does not know their password. Guessing it
   * is slowed as at the sign-in.
   *
   * @param field of the form, for the refusal
   * @throws Problem INVALID if it is asked and wrong, TOO_MANY if it was tried too often
   */
  void prove(Actor by, Token session, String current, String field) {
    Person person = of(by);
    if (!asksCurrent(by, session)) {
      return;
    }
    Throttle.Attempt attempt = throttle.beginAtDesk(person.id());
    boolean right;
    try {
      right = passwords.matches(current, dao.passwordHash(person.id()));
    } catch (Problem busy) {
      throttle.takeBack(attempt);
      throw busy;
    }
    if (!right) {
      throw Problem.invalid(field, "password.current-wrong");
    }
    throttle.succeeded(attempt);
  }

  /**
   * Sets a new password and ends the person's other sessions. The present one is asked, except
   * where there is none or the person has come by a link, as those do who have forgotten it; in
   * that session it is asked from then on.
   *
   * @param session the session that stays
   */
  // Ends the keys of programs too: whoever had the old password may have made them.
  void changePassword(Actor by, Token session, ChangePassword change) {
    Person person = of(by);
    int length = change.password().codePointCount(0, change.password().length());
    if (length < Passwords.SHORTEST || length > Passwords.LONGEST) {
      throw Problem.invalid(
          "password",
          "password.length",
          Integer.toString(Passwords.SHORTEST),
          Integer.toString(Passwords.LONGEST));
    }
    if (!change.password().equals(change.repeat())) {
      throw Problem.invalid("repeat", "password.repeat");
    }
    if (People.email(change.password()).equals(person.email())) {
      throw Problem.invalid("password", "password.is-email");
    }
    prove(by, session, change.current(), "current");
    if (CommonPasswords.contains(change.password(), person)) {
      throw Problem.invalid("password", "password.common");
    }
    String hash = passwords.hash(change.password());
    transactions.run(
        () -> {
          dao.updatePassword(person.id(), hash);
          sessions.isByPassword(session);
          ends.endOthers(person.id(), session, clock.instant());
          audit.record(Change.of(by, "person.password-changed", "person", person.id()));
        });
  }

  /**
   * The command to choose another password.
   *
   * @param current may be empty where it is not asked
   * @param repeat the new one again, since nobody sees what was typed
   */
  record ChangePassword(String current, String password, String repeat) {
    @Override
    public String toString() {
      return "ChangePassword[hidden]";
    }
  }

  /**
   * What people change about themselves.
   *
   * @param phone as it is typed, "" for none; left out it stays
   */
  record ChangeProfile(
      @NotBlank @Size(max = 200) String name,
      Language language,
      @PhoneNumber(message = "person.phone-format") Optional<@Size(max = 40) String> phone) {}
}
