package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08001,DATABASE_AWAY",
    "08006,DATABASE_AWAY",
    "57P01,DATABASE_AWAY",
    "57P03,DATABASE_AWAY",
    "53300,BUSY",
    "55P03,BUSY",
    "57014,BUSY",
    "53100,DISK_FULL"
  })
  void a_database_that_is_away_busy_or_full_is_told_from_its_state(String state, Outage outage) {
    SQLException refused = new SQLException("refused", state);
    assertThat(Outage.in(new IllegalStateException("statement failed", refused))).contains(outage);
  }

  @Test
  void a_pool_without_a_free_connection_and_a_full_disk_are_outages() {
    assertThat(Outage.in(new RuntimeException(new PoolExhaustedException("none free"))))
        .contains(Outage.BUSY);
    assertThat(Outage.in(new UncheckedIOException(new IOException("No space left on device"))))
        .contains(Outage.DISK_FULL);
  }

  @ParameterizedTest
  @CsvSource({"23505", "42601", "22001"})
  void a_statement_that_is_wrong_is_a_fault_of_ours(String state) {
    assertThat(Outage.in(new RuntimeException(new SQLException("wrong", state)))).isEmpty();
  }

  @Test
  void an_outage_says_when_to_try_again() {
    assertThat(Outage.DATABASE_AWAY.problem().kind().status()).isEqualTo(503);
    assertThat(Outage.DATABASE_AWAY.problem().retryAfter()).isPresent();
  }
}
