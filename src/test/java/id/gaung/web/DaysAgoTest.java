package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long something has waited is counted in days of the calendar, everywhere in the same words.
 */
class DaysAgoTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  private static String since(String wita) {
    return DaysAgo.since(
        Instant.parse(wita + ":00+08:00"),
        TODAY,
        Texts.load(List.of("web")).in(Language.ID),
        new Formats(Language.ID));
  }

  @Test
  void yesterday_evening_is_yesterday_though_it_is_few_hours_ago() {
    assertThat(since("2026-11-30T00:00")).isEqualTo("sejak hari ini 00.00 WITA");
    assertThat(since("2026-11-29T23:59")).isEqualTo("sejak kemarin 23.59 WITA");
  }

  @Test
  void two_days_ago_is_two_though_it_is_not_yet_twice_a_day() {
    assertThat(since("2026-11-28T23:59")).isEqualTo("sejak 2 hari lalu");
    assertThat(since("2026-11-24T00:00")).isEqualTo("sejak 6 hari lalu");
  }

  @Test
  void longer_ago_and_later_are_called_by_their_day() {
    assertThat(since("2026-11-23T10:00")).isEqualTo("sejak Sen 23 Nov");
    assertThat(since("2026-12-01T10:00")).isEqualTo("sejak Sel 1 Des");
  }
}
