package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void a_password_matches_its_own_hash_alone() {
    Optional<String> hash = Optional.of(passwords.hash("kopi susu gula aren"));
    assertThat(passwords.matches("kopi susu gula aren", hash)).isTrue();
    assertThat(passwords.matches("kopi susu", hash)).isFalse();
  }

  @Test
  void without_a_hash_nothing_matches() {
    assertThat(passwords.matches("", Optional.empty())).isFalse();
  }

  /** Else the time an answer takes would tell which e-mail addresses are known. */
  @Test
  void the_decoy_costs_as_much_as_a_hash_of_today() {
    assertThat(parameters(Passwords.DECOY)).isEqualTo(parameters(passwords.hash("x".repeat(12))));
  }

  private static String parameters(String hash) {
    return hash.substring(0, hash.indexOf('$', hash.indexOf("m=")));
  }
}
