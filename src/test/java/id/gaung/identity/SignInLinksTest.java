package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class SignInLinksTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static int made;

  private final IdentityWorld world = new IdentityWorld(DATABASE);
  private final Person person = world.person("link" + ++made + "@example.org", Role.CREATOR);
  private final SignInLink link = world.links.create(IdentityWorld.SYSTEM, person.id());

  @Test
  void a_link_signs_its_person_in_once() {
    assertThat(link.address())
        .hasToString("https://gaung.example/sign-in/link/" + link.token().value());
    Token session = world.links.spend(link.token());
    assertThat(world.sessions.viewer(session).orElseThrow().id()).isEqualTo(person.id());
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.USED);
    refused("link.USED");
  }

  @Test
  void looking_spends_nothing() {
    for (int i = 0; i < 3; i++) {
      assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.USABLE);
    }
    assertThat(world.links.spend(link.token())).isNotNull();
  }

  @Test
  void of_many_at_once_one_gets_in() throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    Callable<Boolean> press =
        () -> {
          together.await(30, TimeUnit.SECONDS);
          try {
            world.links.spend(link.token());
            return true;
          } catch (Problem gone) {
            assertThat(gone.key()).isEqualTo("link.USED");
            return false;
          }
        };
    var threads = Executors.newFixedThreadPool(many);
    try {
      int in = 0;
      for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(many, press))) {
        in += one.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_link_works_for_a_day() {
    world.clock.move(Duration.ofHours(24).minusSeconds(1));
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.USABLE);
    world.clock.move(Duration.ofSeconds(1));
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.EXPIRED);
    refused("link.EXPIRED");
  }

  @Test
  void a_newer_link_ends_the_ones_before_that_were_not_used() {
    SignInLink used = link;
    world.links.spend(used.token());
    SignInLink first = world.links.create(IdentityWorld.SYSTEM, person.id());
    Person other = world.person("other" + made + "@example.org", Role.CREATOR);
    SignInLink ofOther = world.links.create(IdentityWorld.SYSTEM, other.id());
    SignInLink second = world.links.create(IdentityWorld.SYSTEM, person.id());
    assertThat(world.links.state(used.token())).isEqualTo(SignInLinks.State.USED);
    assertThat(world.links.state(first.token())).isEqualTo(SignInLinks.State.EXPIRED);
    assertThatThrownBy(() -> world.links.spend(first.token())).hasMessageContaining("link.EXPIRED");
    assertThat(world.links.spend(second.token())).isNotNull();
    assertThat(world.links.spend(ofOther.token())).isNotNull();
  }

  @Test
  void a_link_that_was_never_made_is_unknown() {
    assertThatThrownBy(() -> world.links.spend(Token.presented("x")))
        .hasMessageContaining("link.UNKNOWN");
  }

  @Test
  void a_deactivated_person_gets_no_link_and_old_ones_are_void() {
    world.person("admin" + made + "@example.org", Role.ADMIN);
    world.people.deactivate(IdentityWorld.SYSTEM, person.id(), 0);
    refused("link.UNKNOWN");
    assertThatThrownBy(() -> world.links.create(IdentityWorld.SYSTEM, person.id()))
        .hasMessageContaining("person.inactive");
  }

  @Test
  void only_administrators_make_links_and_neither_log_nor_text_holds_one() {
    assertThatThrownBy(() -> world.links.create(person.actor(), person.id()))
        .hasMessageContaining("FORBIDDEN");
    world.links.spend(link.token());
    assertThat(world.auditLog())
        .contains("person.sign-in-link-made")
        .contains("person.signed-in {\"by\":\"LINK\"}")
        .doesNotContain(link.token().value());
    assertThat(link.toString()).doesNotContain(link.token().value());
  }

  @Test
  void inviting_adds_the_person_with_a_link() {
    SignInLink invited =
        world.links.invite(
            IdentityWorld.SYSTEM,
            new CreatePerson(
                "Baru" + made + "@Example.org", "Baru", java.util.List.of(Role.ADMIN)));
    assertThat(invited.person().email()).isEqualTo("baru" + made + "@example.org");
    assertThat(world.links.spend(invited.token())).isNotNull();
  }

  private void refused(String key) {
    assertThatThrownBy(() -> world.links.spend(link.token()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.GONE);
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.getMessage()).doesNotContain(link.token().value());
            });
  }
}
