package id.gaung.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Person;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.mail.ScriptedSmtp.Act;
import id.gaung.mail.ScriptedSmtp.Point;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Senders that die, and several at once. */
@Tag("database")
class MailNodesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final MailWorld WORLD = new MailWorld(DATABASE);
  private static int number;

  private final String key = "key" + ++number;
  private final Person reader = WORLD.person(Role.STAFF, Role.ADMIN);
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final MailFeature first = node("first");
  private final MailFeature second = node("second");
  private final MailQueueDao queue = WORLD.foundation.jdbi().onDemand(MailQueueDao.class);

  private MailFeature node(String name) {
    return WORLD.mail(Optional.of(MailWorld.smtp(server.port())), name, Optional.empty());
  }

  @AfterEach
  void end() {
    server.close();
    WORLD.run("update mail set state = 'DROPPED', next_at = null, lease_until = null");
  }

  private void write() {
    first.mails().write(List.of(WORLD.urgent(reader, key)));
  }

  /** A life of the node that ends with the process. */
  private void dies(boolean atTheDot) {
    write();
    var now = WORLD.clock.instant();
    var taken = queue.take("first/an-earlier-life", now, now.plusSeconds(300), true).orElseThrow();
    queue.begin(taken.id(), 1, "first/an-earlier-life", now);
    if (atTheDot) {
      assertThat(queue.beforeDot(taken.id(), 1, "first/an-earlier-life", now, now.plusSeconds(300)))
          .isEqualTo(1);
    }
  }

  @Test
  void what_certainly_did_not_leave_before_the_process_died_is_sent_after_its_start() {
    dies(false);
    second.dispatch().tidy();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENDING);
    first.start();
    first.dispatch().tidy();
    first.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.attempts(key))
        .extracting(row -> row.get("outcome"))
        .containsExactly("TRY_AGAIN", "SENT");
  }

  @Test
  void what_may_have_left_before_the_process_died_is_asked_about() {
    dies(true);
    first.start();
    first.dispatch().tidy();
    first.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
    assertThat(server.taken()).isEmpty();
    assertThat(WORLD.actions()).endsWith("mail.unknown");
    assertThat(first.views().unknown()).extracting(MailViews.Line::name).contains(reader.name());
    first.decisions().sendAgain(reader.actor(), WORLD.id(key));
    first.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.actions()).endsWith("mail.sent-again", "mail.sent");
    assertThatThrownBy(() -> first.decisions().arrived(reader.actor(), WORLD.id(key)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("mail.not-unknown"));
  }

  @Test
  void a_person_may_say_that_it_arrived() {
    dies(true);
    first.start();
    first.dispatch().tidy();
    Person staff = WORLD.person(Role.STAFF);
    assertThatThrownBy(() -> first.decisions().arrived(staff.actor(), WORLD.id(key)))
        .isInstanceOf(Problem.class);
    first.decisions().arrived(reader.actor(), WORLD.id(key));
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(WORLD.actions()).endsWith("mail.arrived");
    first.dispatch().drain();
    assertThat(server.taken()).isEmpty();
  }

  @Test
  void another_node_takes_over_when_the_claim_of_a_dead_one_is_over() {
    dies(false);
    WORLD.clock.move(Duration.ofMinutes(6));
    second.dispatch().tidy();
    second.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void a_sender_that_lost_its_claim_is_stopped_at_the_dot() {
    write();
    server.will(
        Act.meanwhile(
            Point.DATA,
            () -> {
              WORLD.clock.move(Duration.ofMinutes(6));
              second.dispatch().tidy();
              second.dispatch().drain();
            }));
    first.dispatch().drain();
    assertThat(server.taken()).hasSize(1);
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(WORLD.attempts(key))
        .extracting(row -> row.get("outcome"))
        .containsExactly("TRY_AGAIN", "SENT");
  }

  @Test
  void an_answer_that_comes_late_still_counts() {
    write();
    server.will(
        Act.meanwhile(
            Point.DOT,
            () -> {
              WORLD.clock.move(Duration.ofMinutes(6));
              second.dispatch().tidy();
              assertThat(WORLD.state(key)).isEqualTo(MailState.UNKNOWN);
            }));
    first.dispatch().drain();
    assertThat(WORLD.state(key)).isEqualTo(MailState.SENT);
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void two_nodes_with_several_lanes_send_each_message_once() {
    int many = 120;
    first
        .mails()
        .write(
            IntStream.range(0, many).mapToObj(i -> WORLD.urgent(reader, key + ":" + i)).toList());
    Stream.of(first, second, first, second)
        .map(node -> CompletableFuture.runAsync(() -> node.dispatch().drain()))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(server.taken()).hasSize(many);
    Pattern id = Pattern.compile("(?m)^Message-ID: (\\S+)");
    HashSet<String> ids = new HashSet<>();
    server.taken().forEach(mail -> id.matcher(mail).results().forEach(r -> ids.add(r.group(1))));
    assertThat(ids).hasSize(many);
  }
}
