package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class SignInTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final String GOOD = "kopi susu gula aren";
  private static int made;

  private final IdentityWorld world = new IdentityWorld(DATABASE);
  private String email = "";

  @BeforeEach
  void somebodyNew() {
    email = "somebody" + ++made + "@example.org";
    world.withPassword(email, GOOD, Role.STAFF);
  }

  @Test
  void the_right_password_starts_a_session_of_its_own_each_time() {
    Token first = signIn(email.toUpperCase(java.util.Locale.ROOT), GOOD);
    Token second = signIn(email, GOOD);
    assertThat(first.value()).isNotEqualTo(second.value()).hasSize(43);
    assertThat(world.sessions.viewer(first).orElseThrow().roles()).containsExactly(Role.STAFF);
    assertThat(world.sessions.viewer(second)).isPresent();
  }

  @Test
  void wrong_password_unknown_address_and_deactivated_person_are_told_alike() {
    Person off = world.withPassword("off" + made + "@example.org", GOOD, Role.STAFF);
    world.people.deactivate(IdentityWorld.SYSTEM, off.id(), off.version());
    world.person("none" + made + "@example.org", Role.STAFF);
    for (String who :
        List.of(email, "nobody@example.org", off.email(), "none" + made + "@example.org")) {
      assertThatThrownBy(() -> signIn(who, who.equals(email) ? "wrong" : GOOD))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
                assertThat(problem.key()).isEqualTo("sign-in.wrong");
                assertThat(problem.getMessage()).doesNotContain(who).doesNotContain(GOOD);
              });
    }
  }

  @Test
  void an_unknown_address_is_checked_against_a_hash_too() {
    assertThat(world.passwords.matches(GOOD, Optional.empty())).isFalse();
    String hash = world.passwords.hash(GOOD);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(world.passwords.matches(GOOD, Optional.of(hash))).isTrue();
    assertThat(world.passwords.hash(GOOD)).isNotEqualTo(hash);
  }

  @Test
  void after_five_failures_even_the_right_password_waits_until_the_first_is_old() {
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      fail(email);
      world.clock.move(Duration.ofMinutes(1));
    }
    assertThatThrownBy(() -> signIn(email, GOOD))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_MANY);
              assertThat(problem.args()).containsExactly("10");
            });
    world.clock.move(Duration.ofMinutes(9).plusSeconds(59));
    assertThatThrownBy(() -> signIn(email, GOOD)).hasMessageContaining("TOO_MANY");
    world.clock.move(Duration.ofSeconds(1));
    assertThat(signIn(email, GOOD)).isNotNull();
  }

  @Test
  void another_address_is_not_affected_and_success_forgives() {
    for (int i = 0; i < Throttle.PER_PAIR - 1; i++) {
      fail(email);
    }
    signIn(email, GOOD);
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      fail(email);
    }
    Person other = world.withPassword("other" + made + "@example.org", GOOD, Role.STAFF);
    assertThat(signIn(other.email(), GOOD)).isNotNull();
  }

  @Test
  void one_network_address_may_fail_fifty_times_whatever_it_guesses() {
    String from = "198.51.100." + made;
    for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
      world.throttle.begin("guess" + i + "@example.org", from, Optional.empty());
    }
    assertThatThrownBy(() -> world.signIn.withPassword(email, GOOD, from, Optional.empty()))
        .hasMessageContaining("TOO_MANY");
    assertThat(world.signIn.withPassword(email, GOOD, "203.0.113." + made, Optional.empty()))
        .isNotNull();
  }

  @Test
  void of_many_guesses_at_once_no_more_than_five_are_even_looked_at() throws Exception {
    var threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> guesses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        guesses.add(
            () -> {
              try {
                world.throttle.begin(email, "192.0.2." + made, Optional.empty());
                return true;
              } catch (Problem refused) {
                return false;
              }
            });
      }
      int looked = 0;
      for (Future<Boolean> guess : threads.invokeAll(guesses)) {
        looked += guess.get() ? 1 : 0;
      }
      assertThat(looked).isLessThanOrEqualTo(Throttle.PER_PAIR);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_stranger_from_elsewhere_shuts_nobody_out() {
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      guess("198.18.0." + made);
    }
    assertThatThrownBy(() -> from("198.18.0." + made)).hasMessageContaining("TOO_MANY");
    assertThat(from("198.18.1." + made)).isNotNull();
  }

  @Test
  void a_browser_that_has_signed_in_before_passes_whatever_strangers_do() {
    Optional<Token> known = Optional.of(from("198.18.2." + made).browser());
    for (int i = 0; i < Throttle.PER_EMAIL; i++) {
      guess("198.18.3." + i / Throttle.PER_PAIR);
    }
    String everywhere = "198.18.2." + made;
    assertThatThrownBy(() -> from(everywhere)).hasMessageContaining("TOO_MANY");
    assertThat(world.signIn.withPassword(email, GOOD, everywhere, known).browser().value())
        .isEqualTo(known.get().value());
    // It is counted by itself, and known for this person alone.
    Person other = world.withPassword("else" + made + "@example.org", GOOD, Role.STAFF);
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      assertThatThrownBy(() -> world.signIn.withPassword(email, "wrong", everywhere, known))
          .hasMessageContaining("sign-in.wrong");
      assertThatThrownBy(() -> world.signIn.withPassword(other.email(), "x", everywhere, known))
          .hasMessageContaining("sign-in.wrong");
    }
    assertThatThrownBy(() -> world.signIn.withPassword(email, GOOD, everywhere, known))
        .hasMessageContaining("TOO_MANY");
    assertThatThrownBy(() -> world.signIn.withPassword(other.email(), GOOD, everywhere, known))
        .hasMessageContaining("TOO_MANY");
    assertThat(world.signIn.withPassword(other.email(), GOOD, "198.18.4." + made, known))
        .isNotNull();
  }

  @Test
  void of_many_passwords_at_once_some_are_worked_on_and_the_rest_comes_back() throws Exception {
    var threads = Executors.newFixedThreadPool(50);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        calls.add(
            () -> {
              try {
                return "" + world.passwords.matches("wrong", Optional.empty());
              } catch (Problem busy) {
                assertThat(busy.retryAfter()).isPresent();
                return busy.key();
              }
            });
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).contains("false").containsOnly("false", "sign-in.busy");
      assertThat(answers.stream().filter("false"::equals))
          .hasSizeGreaterThanOrEqualTo(Passwords.WAITING);
    } finally {
      threads.shutdownNow();
    }
  }

  private SignIn.In from(String address) {
    return world.signIn.withPassword(email, GOOD, address, Optional.empty());
  }

  private void guess(String address) {
    assertThatThrownBy(() -> world.signIn.withPassword(email, "wrong", address, Optional.empty()))
        .hasMessageContaining("sign-in.wrong");
  }

  @Test
  void typed_addresses_are_not_kept_in_the_clear() {
    fail("my-password-in-the-wrong-field");
    long found =
        world.jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from sign_in_failure where key like '%wrong%'")
                    .mapTo(Long.class)
                    .one());
    assertThat(found).isZero();
  }

  private Token signIn(String who, String password) {
    return world.signIn.withPassword(who, password, "127.0.0." + made, Optional.empty()).session();
  }

  private void fail(String who) {
    assertThatThrownBy(() -> signIn(who, "wrong")).hasMessageContaining("sign-in.wrong");
  }
}
