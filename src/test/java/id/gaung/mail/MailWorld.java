package id.gaung.mail;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Secret;
import id.gaung.kernel.TestClock;
import id.gaung.mail.SmtpSettings.Limits;
import id.gaung.mail.SmtpSettings.Security;
import id.gaung.mail.WriteMail.To;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;

/** The outbox on a database of its own, by day, with a clock to move. */
final class MailWorld {

  static final Actor SYSTEM = Actor.system("test");
  static final URI URL = URI.create("https://gaung.example");
  static final byte[] KEY = new byte[32];

  final TestClock clock;
  final TestDatabase database;
  final Foundation foundation;
  final IdentityFeature identity;
  private static int made;

  MailWorld(TestDatabase database) {
    this(database, "2026-11-24T02:00:00Z");
  }

  MailWorld(TestDatabase database, String at) {
    this.database = database;
    clock = TestClock.at(at);
    foundation = TestFoundation.on(database, clock);
    identity = new IdentityFeature(foundation, false, URL, Office.DEFAULT);
  }

  static SmtpSettings smtp(int port) {
    return smtp(port, Security.NONE, "");
  }

  static SmtpSettings smtp(int port, Security security, String user) {
    return new SmtpSettings(
        "localhost",
        port,
        security,
        user,
        new Secret(user.isEmpty() ? "" : "very secret"),
        "gaung@office.example",
        "",
        new Limits(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(3)));
  }

  MailFeature mail(SmtpSettings settings) {
    return mail(Optional.of(settings), "node", Optional.empty());
  }

  MailFeature mail(Optional<SmtpSettings> settings, String node, Optional<SSLSocketFactory> trust) {
    return new MailFeature(
        foundation, identity, settings, id -> Optional.empty(), URL, KEY, node, trust);
  }

  Person person(Role... roles) {
    return identity
        .people()
        .create(
            SYSTEM,
            new CreatePerson("person" + ++made + "@example.org", "Person " + made, List.of(roles)));
  }

  /** A message about a post that was missed, which is urgent. */
  WriteMail urgent(Person to, String key) {
    return write(MailKind.POST_MISSED, to, key, List.of(clock.instant()));
  }

  WriteMail write(MailKind kind, Person to, String key, List<Object> args) {
    return new WriteMail(
        kind,
        To.person(to.id()),
        key,
        args,
        URI.create(URL + "/posts/1"),
        clock.instant().plus(Duration.ofDays(14)));
  }

  MailState state(String key) {
    return MailState.valueOf(one("select state from mail where dedupe_key = '" + key + "'"));
  }

  UUID id(String key) {
    return UUID.fromString(one("select id from mail where dedupe_key = '" + key + "'"));
  }

  Instant nextAt(String key) {
    return foundation
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select next_at from mail where dedupe_key = :key")
                    .bind("key", key)
                    .mapTo(Instant.class)
                    .one());
  }

  String one(String sql) {
    return foundation
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  List<String> actions() {
    return foundation
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select action from audit_event where action like 'mail.%' order by seq")
                    .mapTo(String.class)
                    .list());
  }

  List<Map<String, Object>> attempts(String key) {
    return foundation
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select a.outcome, a.code, a.words, a.dot_at is not null as dot
                        from mail_attempt a join mail m on m.id = a.mail_id
                        where m.dedupe_key = :key order by a.number
                        """)
                    .bind("key", key)
                    .mapToMap()
                    .list());
  }

  void run(String sql) {
    foundation.jdbi().useHandle(handle -> handle.execute(sql));
  }
}
