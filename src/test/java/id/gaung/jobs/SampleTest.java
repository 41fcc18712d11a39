package id.gaung.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SampleTest {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void it_is_asked_for_once_in_five_seconds_however_often_it_is_read() {
    Sample<Integer> sample = new Sample<>(clock, -1, asked::incrementAndGet);
    assertThat(sample.get()).isEqualTo(1);
    clock.step(Duration.ofMillis(4999));
    assertThat(sample.get()).isEqualTo(1);
    clock.step(Duration.ofMillis(1));
    assertThat(sample.get()).isEqualTo(2);
  }

  @Test
  void what_cannot_be_had_is_not_known_and_not_asked_for_at_each_reading_either() {
    Sample<Integer> sample =
        new Sample<>(
            clock,
            -1,
            () -> {
              if (asked.incrementAndGet() < 3) {
                throw new IllegalStateException("away");
              }
              return 7;
            });
    assertThat(sample.get()).isEqualTo(-1);
    assertThat(sample.get()).isEqualTo(-1);
    assertThat(asked).hasValue(1);
    clock.step(Duration.ofSeconds(5));
    assertThat(sample.get()).isEqualTo(-1);
    clock.step(Duration.ofSeconds(5));
    assertThat(sample.get()).isEqualTo(7);
  }
}
