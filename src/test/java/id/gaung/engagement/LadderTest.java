package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Wita;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final UUID CHANNEL = UUID.fromString("0197a000-0000-7000-8000-000000000001");
  // A Tuesday.
  private static final Instant PUBLISHED = Instant.parse("2026-11-24T02:00:00Z");

  @Test
  void the_first_two_days_are_read_at_the_rungs() {
    assertThat(climb().subList(0, 8))
        .extracting(at -> Duration.between(PUBLISHED, at).toMinutes())
        .containsExactly(15L, 60L, 180L, 360L, 720L, 1440L, 2880L, 4320L);
  }

  @Test
  void then_daily_and_every_sunday_evening_until_day_ninety() {
    List<Instant> readings = climb();
    List<LocalDateTime> sundays =
        readings.stream()
            .map(Wita::dateTime)
            .filter(at -> at.getDayOfWeek() == DayOfWeek.SUNDAY && at.getHour() >= 21)
            .toList();
    assertThat(sundays).hasSize(13);
    assertThat(sundays).allMatch(at -> at.getHour() < 23 || at.getMinute() < 56);
    // 6 rungs of the first day, days 2 to 90, and 13 Sundays.
    assertThat(readings).hasSize(6 + 89 + 13);
    assertThat(readings.get(readings.size() - 1)).isEqualTo(PUBLISHED.plus(Duration.ofDays(90)));
  }

  @Test
  void a_missed_rung_is_not_made_up_for() {
    Instant late = PUBLISHED.plus(Duration.ofHours(5));
    assertThat(Ladder.next(PUBLISHED, late, CHANNEL)).contains(PUBLISHED.plus(Duration.ofHours(6)));
  }

  private static List<Instant> climb() {
    List<Instant> readings = new ArrayList<>();
    Optional<Instant> next = Ladder.next(PUBLISHED, PUBLISHED, CHANNEL);
    while (next.isPresent()) {
      readings.add(next.get());
      next = Ladder.next(PUBLISHED, next.get(), CHANNEL);
    }
    return readings;
  }
}
