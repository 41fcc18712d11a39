package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import id.gaung.jobs.Job;
import id.gaung.kernel.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class SessionsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static int made;

  private final IdentityWorld world = new IdentityWorld(DATABASE);
  private final Person person = world.person("session" + ++made + "@example.org", Role.STAFF);
  private final Token token = world.sessions.start(person, Sessions.Way.PASSWORD);

  @Test
  void a_session_ends_after_two_hours_without_a_request() {
    world.clock.move(Duration.ofMinutes(119));
    assertThat(world.sessions.viewer(token)).isPresent();
    world.clock.move(Duration.ofMinutes(119));
    assertThat(world.sessions.viewer(token)).isPresent();
    world.clock.move(Duration.ofHours(2));
    assertThat(world.sessions.viewer(token)).isEmpty();
  }

  @Test
  void a_session_ends_after_twelve_hours_however_busy() {
    for (int hour = 1; hour < 12; hour++) {
      world.clock.move(Duration.ofHours(1));
      assertThat(world.sessions.viewer(token)).as("hour " + hour).isPresent();
    }
    world.clock.move(Duration.ofHours(1));
    assertThat(world.sessions.viewer(token)).isEmpty();
  }

  @Test
  void the_row_is_touched_once_a_minute_at_most() {
    world.clock.move(Duration.ofSeconds(59));
    world.sessions.viewer(token);
    world.clock.move(Duration.ofSeconds(1));
    assertThat(usedAt()).isEqualTo("2026-11-24T01:00:00Z");
    assertThat(usedAt()).isEqualTo("2026-11-24T01:01:00Z");
  }

  @Test
  void an_ended_session_and_an_unknown_token_are_nobody() {
    world.sessions.end(token);
    assertThat(world.sessions.viewer(token)).isEmpty();
    assertThat(world.sessions.viewer(Token.presented("x"))).isEmpty();
    assertThat(world.sessions.viewer(Token.presented(""))).isEmpty();
  }

  @Test
  void new_roles_hold_from_the_next_request() {
    world.people.edit(
        IdentityWorld.SYSTEM,
        world.person("admin" + made + "@example.org", Role.ADMIN).id(),
        new ChangePerson("Admin", List.of(Role.ADMIN), Optional.empty(), 0));
    world.people.edit(
        IdentityWorld.SYSTEM,
        person.id(),
        new ChangePerson("New name", List.of(Role.APPROVER, Role.JUROR), Optional.empty(), 0));
    SignedInViewer viewer = world.sessions.viewer(token).orElseThrow();
    assertThat(viewer.roles()).containsExactlyInAnyOrder(Role.APPROVER, Role.JUROR);
    assertThat(viewer.getName()).isEqualTo("New name");
  }

  @Test
  void the_database_holds_no_token() {
    String rows =
        world.jdbi.withHandle(
            handle ->
                String.join(
                    "",
                    handle.createQuery("select session::text from session").mapTo(String.class)));
    assertThat(rows).doesNotContain(token.value());
    assertThat(token).hasToString("Token[hidden]");
  }

  @Test
  void what_is_over_is_removed_and_the_rest_stays() {
    world.throttle.begin("a@example.org", "192.0.2.1", java.util.Optional.empty());
    SignInLink old = world.links.create(IdentityWorld.SYSTEM, person.id());
    world.clock.move(Duration.ofDays(31));
    Token fresh = world.sessions.start(person, Sessions.Way.PASSWORD);
    SignInLink link = world.links.create(IdentityWorld.SYSTEM, person.id());
    world.throttle.begin("b@example.org", "192.0.2.1", java.util.Optional.empty());
    Job job = world.feature(false).removeOver();
    // The sign-in links cannot be removed: the others are, and the job says that one fails.
    world.jdbi.useHandle(h -> h.execute("alter table sign_in_link rename to away"));
    job.run();
    assertThat(job.failing()).isEqualTo(1);
    assertThat(world.count("session")).isEqualTo(1);
    world.jdbi.useHandle(h -> h.execute("alter table away rename to sign_in_link"));
    job.run();
    assertThat(job.failing()).as("left aside for a minute").isEqualTo(1);
    world.clock.move(Duration.ofMinutes(1));
    job.run();
    assertThat(job.failing()).isZero();
    assertThat(world.count("session")).isEqualTo(1);
    assertThat(world.sessions.viewer(fresh)).isPresent();
    assertThat(world.links.state(old.token())).isEqualTo(SignInLinks.State.UNKNOWN);
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.USABLE);
    assertThat(world.count("sign_in_failure")).isEqualTo(3);
    world.sessions.end(fresh);
    world.ends.endEverything(person.id(), world.clock.instant());
  }

  private String usedAt() {
    return world.sessions.viewer(token).orElseThrow().usedAt().orElseThrow().toString();
  }
}
