package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When tokens are renewed, whichever network gave them. */
class CredentialsTest {

  private static final Duration LIFE = Duration.ofDays(60);

  @Test
  void a_token_is_renewed_at_four_fifths_of_its_life_at_the_latest_and_not_all_at_once() {
    Set<Duration> after = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Duration one = Credentials.renewedAfter(LIFE, "token-" + i);
      assertThat(one).isBetween(Duration.ofDays(45), Duration.ofDays(48));
      after.add(one.truncatedTo(ChronoUnit.HOURS));
    }
    assertThat(after).hasSizeGreaterThan(20);
    assertThat(Credentials.renewedAfter(LIFE, "sama"))
        .isEqualTo(Credentials.renewedAfter(LIFE, "sama"));
    assertThat(Credentials.renewedAfter(Duration.ZERO, "mati")).isEqualTo(Duration.ZERO);
  }
}
