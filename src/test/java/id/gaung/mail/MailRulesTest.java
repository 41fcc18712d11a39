package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.identity.SignInLink;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import id.gaung.mail.MailViews.Waiting;
import id.gaung.mail.WriteMail.To;
import id.gaung.web.Language;
import id.gaung.web.TestViewer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets a message, when, and what becomes of it where none can be sent. */
@Tag("database")
class MailRulesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final MailWorld WORLD = new MailWorld(DATABASE);
  private static int number;

  private final String key = "key" + ++number;
  private final Person staff = WORLD.person(Role.STAFF);
  private final Person admin = WORLD.person(Role.ADMIN);
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final MailFeature mail = WORLD.mail(MailWorld.smtp(server.port()));
  private final MailFeature without = WORLD.mail(Optional.empty(), "node", Optional.empty());

  @AfterEach
  void end() {
    server.close();
    WORLD.run("update mail set state = 'DROPPED', next_at = null, lease_until = null");
  }

  private WriteMail calm(Person to) {
    return WORLD.write(MailKind.DRAFT_TO_REVIEW, to, key, List.of("Reel", "Amplang"));
  }

  private static List<Waiting> waiting(MailFeature feature, Person viewer) {
    return feature.views().waiting(new TestViewer(viewer.actor()), 1000);
  }

  @Test
  void a_rollback_takes_the_message_with_it() {
    assertThatThrownBy(
            () ->
                WORLD
                    .foundation
                    .transactions()
                    .run(
                        () -> {
                          mail.mails().write(List.of(calm(staff)));
                          throw Problem.notFound();
                        }))
        .isInstanceOf(Problem.class);
    mail.dispatch().drain();
    assertThat(server.taken()).isEmpty();
    assertThat(WORLD.one("select count(*) from mail where dedupe_key = '" + key + "'"))
        .isEqualTo("0");
  }

  @Test
  void one_person_gets_one_message_of_a_key_and_others_theirs() {
    Person other = WORLD.person(Role.STAFF);
    mail.mails().write(List.of(calm(staff), calm(staff), calm(other)));
    mail.mails().write(List.of(calm(staff)));
    mail.dispatch().drain();
    mail.mails().write(List.of(calm(staff)));
    mail.dispatch().drain();
    assertThat(server.taken()).hasSize(2);
  }

  @Test
  void what_can_wait_waits_for_the_morning_and_what_is_urgent_does_not() {
    MailWorld night = new MailWorld(DATABASE, "2026-11-24T11:59:59Z");
    MailFeature sender = night.mail(MailWorld.smtp(server.port()));
    Person reader = night.person(Role.STAFF);
    sender
        .mails()
        .write(List.of(WORLD.write(MailKind.DRAFT_TO_REVIEW, reader, key, List.of("a", "b"))));
    night.clock.move(Duration.ofSeconds(1));
    sender.dispatch().drain();
    assertThat(server.taken()).as("at 20.00 WITA").isEmpty();
    sender.mails().write(List.of(night.urgent(reader, key + "u")));
    sender.dispatch().drain();
    assertThat(server.taken()).hasSize(1);
    night.clock.move(Duration.ofHours(11).minusSeconds(1));
    sender.dispatch().drain();
    assertThat(server.taken()).as("before 07.00 WITA").hasSize(1);
    night.clock.move(Duration.ofSeconds(1));
    sender.dispatch().drain();
    assertThat(server.taken()).as("at 07.00 WITA").hasSize(2);
  }

  @Test
  void a_choice_counts_when_it_is_written_and_when_it_would_leave() {
    var choices =
        new MailChoices(WORLD.foundation, WORLD.foundation.jdbi().onDemand(MailDao.class));
    assertThat(choices.wanted(staff.actor()))
        .containsExactly(
            "DRAFT_TO_REVIEW",
            "OFFER_ANSWERED",
            "POST_MISSED",
            "POST_FAILED",
            "TASK",
            "TASK_REFUSED");
    mail.mails().write(List.of(calm(staff)));
    choices.choose(staff.actor(), List.of("POST_MISSED", "SIGN_IN_LINK", "NONSENSE"));
    assertThat(choices.wanted(staff.actor())).containsExactly("POST_MISSED");
    mail.mails().write(List.of(WORLD.urgent(staff, key + "u")));
    mail.mails().write(List.of(WORLD.write(MailKind.POST_FAILED, staff, key + "f", List.of("a"))));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.DROPPED);
    assertThat(WORLD.state(key + "f")).isEqualTo(MailState.DROPPED);
    assertThat(WORLD.state(key + "u")).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
    choices.choose(staff.actor(), List.of("POST_MISSED", "DRAFT_TO_REVIEW"));
    assertThat(choices.wanted(staff.actor())).containsExactly("DRAFT_TO_REVIEW", "POST_MISSED");
  }

  @Test
  void what_is_over_before_it_left_is_not_sent() {
    mail.mails().write(List.of(calm(staff), WORLD.urgent(staff, key + "1:x")));
    mail.mails().settle(key + "1:");
    mail.dispatch().drain();
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.state(key + "1:x")).isEqualTo(MailState.DROPPED);
    without
        .mails()
        .write(List.of(WORLD.write(MailKind.OFFER_ANSWERED, staff, key + "o", List.of("a"))));
    assertThat(WORLD.state(key + "o")).isEqualTo(MailState.BY_HAND);
    WORLD.run("update mail set needed_until = created_at where dedupe_key = '" + key + "o'");
    without.dispatch().tidy();
    assertThat(WORLD.state(key + "o")).isEqualTo(MailState.DROPPED);
  }

  @Test
  void who_is_gone_gets_nothing() {
    mail.mails().write(List.of(calm(staff)));
    WORLD.identity.people().deactivate(MailWorld.SYSTEM, staff.id(), staff.version());
    mail.dispatch().drain();
    assertThat(server.taken()).isEmpty();
    assertThat(WORLD.state(key)).isEqualTo(MailState.DROPPED);
    mail.mails().write(List.of(WORLD.urgent(staff, key + "u")));
    assertThat(WORLD.one("select count(*) from mail where dedupe_key = '" + key + "u'"))
        .isEqualTo("0");
  }

  @Test
  void without_a_server_a_sign_in_link_waits_for_the_administrator_until_it_is_passed_on() {
    MailWorld office = new MailWorld(DATABASE);
    MailFeature without = office.mail(Optional.empty(), "node", Optional.empty());
    SignInLink link = office.identity.signInLinks().create(admin.actor(), staff.id());
    assertThat(WORLD.one("select string_agg(args::text || kind, '') from mail"))
        .doesNotContain(link.token().value());
    Waiting found =
        waiting(without, admin).stream()
            .filter(w -> w.name().equals(staff.name()))
            .findFirst()
            .orElseThrow();
    String opening = URLDecoder.decode(found.opening().toString(), StandardCharsets.UTF_8);
    assertThat(opening).startsWith("https://wa.me/?text=").contains(link.address().toString());
    assertThat(waiting(without, staff)).isEmpty();
    assertThatThrownBy(() -> without.decisions().passOn(staff.actor(), found.id()))
        .isInstanceOf(Problem.class);
    without.decisions().passOn(admin.actor(), found.id());
    assertThat(waiting(without, admin)).extracting(Waiting::id).doesNotContain(found.id());
    assertThat(
            WORLD.one(
                "select state || (sealed_link is null) from mail where id = '" + found.id() + "'"))
        .isEqualTo("PASSED_ONtrue");
    assertThat(WORLD.actions()).endsWith("mail.passed-on");
    assertThatThrownBy(() -> without.decisions().passOn(admin.actor(), found.id()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("mail.not-waiting"));
  }

  @Test
  void an_earlier_sign_in_link_is_dropped_when_a_new_one_is_made_or_one_is_used() {
    MailWorld office = new MailWorld(DATABASE);
    MailFeature without = office.mail(Optional.empty(), "node", Optional.empty());
    office.identity.signInLinks().create(admin.actor(), staff.id());
    office.clock.move(Duration.ofMinutes(1));
    office.identity.signInLinks().create(admin.actor(), staff.id());
    assertThat(waiting(without, admin)).filteredOn(w -> w.name().equals(staff.name())).hasSize(1);
  }

  @Test
  void a_creator_without_address_is_told_by_whatsapp_though_there_is_a_server() {
    UUID creator = WORLD.foundation.ids().next();
    UUID reached = WORLD.foundation.ids().next();
    Map<UUID, Addressee> book =
        Map.of(
            creator, creator(Optional.empty()),
            reached, creator(Optional.of("dewi@contoh.example")));
    mail.creatorsIn(ids -> Map.copyOf(book));
    mail.mails().write(List.of(offer(creator, key), offer(reached, key + "m")));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.BY_HAND);
    assertThat(WORLD.state(key + "m")).isEqualTo(MailState.SENT);
    Waiting found =
        waiting(mail, staff).stream()
            .filter(w -> w.id().equals(WORLD.id(key)))
            .findFirst()
            .orElseThrow();
    assertThat(found.name()).isEqualTo("Dewi");
    assertThat(URLDecoder.decode(found.opening().toString(), StandardCharsets.UTF_8))
        .startsWith("https://wa.me/6281200000101?text=Halo,")
        .contains("Amplang", "https://gaung.example/o/token");
    assertThat(waiting(mail, admin)).extracting(Waiting::id).doesNotContain(found.id());
    mail.decisions().passOn(staff.actor(), found.id());
    assertThat(WORLD.state(key)).isEqualTo(MailState.PASSED_ON);
  }

  private static Addressee creator(Optional<String> email) {
    return new Addressee(
        "Dewi", email, Whatsapp.parse("0812-0000-0101"), Language.ID, Optional.empty(), true);
  }

  private static WriteMail offer(UUID creator, String key) {
    return new WriteMail(
        MailKind.OFFER_SENT,
        To.creator(creator),
        key,
        List.of("Amplang", WORLD.clock.instant()),
        URI.create("https://gaung.example/o/token"),
        WORLD.clock.instant().plus(Duration.ofDays(3)));
  }

  @Test
  void what_a_server_refused_for_good_waits_to_be_passed_on_too() {
    UUID creator = WORLD.foundation.ids().next();
    mail.creatorsIn(ids -> Map.of(creator, creator(Optional.of("dewi@contoh.example"))));
    server.will(ScriptedSmtp.Act.says(ScriptedSmtp.Point.RCPT, "550 no such user"));
    mail.mails().write(List.of(offer(creator, key)));
    mail.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.REFUSED);
    assertThat(waiting(mail, staff)).extracting(Waiting::id).contains(WORLD.id(key));
    mail.mails().settle(key);
    assertThat(WORLD.state(key)).as("the log keeps it").isEqualTo(MailState.REFUSED);
    assertThat(waiting(mail, staff)).extracting(Waiting::id).doesNotContain(WORLD.id(key));
  }

  @Test
  void where_the_server_is_taken_away_what_waited_for_it_waits_for_hands() {
    mail.mails().write(List.of(calm(staff)));
    mail.mails()
        .write(List.of(WORLD.write(MailKind.OFFER_ANSWERED, staff, key + "o", List.of("a"))));
    without.dispatch().tidy();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SHOWN);
    assertThat(WORLD.state(key + "o")).isEqualTo(MailState.BY_HAND);
    assertThat(waiting(without, staff)).extracting(Waiting::own).containsExactly(true);
    assertThat(waiting(without, staff))
        .extracting(Waiting::opening)
        .containsExactly(URI.create("https://gaung.example/posts/1"));
  }

  @Test
  void a_test_is_refused_without_a_server_and_tells_what_came_of_it_with_one() {
    assertThatThrownBy(() -> without.decisions().test(admin.actor()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("mail.not-set-up"));
    assertThatThrownBy(() -> mail.decisions().test(staff.actor())).isInstanceOf(Problem.class);
    mail.decisions().test(admin.actor());
    assertThat(mail.views().lastTest(admin.id()).orElseThrow().state()).isEqualTo(MailState.QUEUED);
    mail.dispatch().drain();
    assertThat(mail.views().lastTest(admin.id()).orElseThrow().state()).isEqualTo(MailState.SENT);
    assertThat(server.taken().get(0)).contains("To: " + admin.email());
  }

  @Test
  void a_secret_cannot_be_printed() {
    SmtpSettings settings = MailWorld.smtp(25, SmtpSettings.Security.STARTTLS, "gaung");
    assertThat(settings.toString()).doesNotContain("very secret");
    assertThat(calm(staff).toString()).doesNotContain("gaung.example");
  }
}
