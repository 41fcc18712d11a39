package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Nets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SandboxFaultsTest {

  @Test
  void what_another_process_switches_on_strikes_within_a_second() {
    MovedClock clock = new MovedClock(Instant.parse("2026-11-24T02:00:00Z"));
    try (TestDatabase database = TestDatabase.withPractice()) {
      Jdbi jdbi = JdbiSetup.on(database.dataSource());
      SandboxFaults here = new SandboxFaults(jdbi, clock);
      assertThat(here.any(Nets.TELEGRAM)).isFalse();
      // The row alone, as another process leaves it.
      jdbi.onDemand(FaultDao.class)
          .create(
              Nets.TELEGRAM,
              Optional.empty(),
              FaultKind.HTTP_500,
              FaultScope.EVERY_CALL,
              0,
              Optional.empty(),
              1,
              clock.instant());

      clock.move(Duration.ofSeconds(1));

      assertThat(here.any(Nets.TELEGRAM)).isTrue();
      assertThat(here.any(Nets.X)).isFalse();
    }
  }

  @Test
  void what_this_process_switches_on_strikes_at_once_in_every_server() {
    MovedClock clock = new MovedClock(Instant.parse("2026-11-24T02:00:00Z"));
    try (TestDatabase database = TestDatabase.withPractice()) {
      Jdbi jdbi = JdbiSetup.on(database.dataSource());
      SandboxFaults server = new SandboxFaults(jdbi, clock);
      assertThat(server.any(Nets.TELEGRAM)).isFalse();

      new SandboxFaults(jdbi, clock)
          .switchOn(NewFault.of(Nets.TELEGRAM, FaultKind.HTTP_500).times(1));

      assertThat(server.any(Nets.TELEGRAM)).isTrue();
    }
  }
}
