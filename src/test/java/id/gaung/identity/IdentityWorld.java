package id.gaung.identity;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Profile.ChangePassword;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.TestClock;
import java.net.URI;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Everything of this package on a database of its own, with a clock to move. */
final class IdentityWorld {

  static final Actor SYSTEM = Actor.system("test");

  final TestClock clock = TestClock.at("2026-11-24T01:00:00Z");
  final Jdbi jdbi;
  final Foundation foundation;
  final SignInEnds ends;
  final Passwords passwords = new Passwords();
  final Sessions sessions;
  final Throttle throttle;
  final SignIn signIn;
  final People people;
  final SignInLinks links;
  final ApiTokens tokens;
  final Profile profile;

  IdentityWorld(TestDatabase database) {
    jdbi = JdbiSetup.on(database.dataSource());
    Transactions transactions = new Transactions(jdbi);
    foundation =
        new Foundation(
            jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
    ends = new SignInEnds(jdbi);
    sessions = new Sessions(foundation);
    throttle = new Throttle(foundation);
    signIn = new SignIn(foundation, passwords, throttle, sessions);
    people = new People(foundation, ends);
    links = new SignInLinks(foundation, people, sessions, URI.create("https://gaung.example"));
    tokens = new ApiTokens(foundation);
    profile = new Profile(foundation, ends, sessions, passwords, throttle);
  }

  IdentityFeature feature(boolean practice) {
    return new IdentityFeature(foundation, practice, URI.create("http://localhost:8080"));
  }

  Person person(String email, Role... roles) {
    return people.create(SYSTEM, new CreatePerson(email, "Name of " + email, List.of(roles)));
  }

  Person withPassword(String email, String password, Role... roles) {
    Person person = person(email, roles);
    Token session = sessions.start(person, Sessions.Way.LINK);
    profile.changePassword(person.actor(), session, new ChangePassword("", password, password));
    sessions.end(session);
    return people.find(person.id()).orElseThrow();
  }

  long count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  /** All that the audit log holds, as one text. */
  String auditLog() {
    return jdbi.withHandle(
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery("select action || ' ' || details from audit_event order by seq")
                    .mapTo(String.class)
                    .list()));
  }
}
