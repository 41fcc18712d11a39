package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Week;
import id.gaung.report.ReportCalendar.Due;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportCalendarTest {

  private static final Week W47 = week("2026-W47");
  private static final Week W48 = week("2026-W48");

  @Test
  void golden_weeks_have_their_reports_on_monday_and_thursday_at_eight() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(ReportCalendarTest.class.getResourceAsStream("/vectors/iso_weeks.json"))
            .get("cases");
    for (JsonNode given : cases) {
      Week week = Week.of(LocalDate.parse(given.get("date").asText()));
      assertThat(week.label()).isEqualTo(given.get("week").asText());
      LocalDate sunday = LocalDate.parse(given.get("sunday").asText());
      // 08:00 WITA is 00:00 UTC.
      assertThat(ReportCalendar.provisionalAt(week))
          .isEqualTo(Instant.parse(sunday.plusDays(1) + "T00:00:00Z"));
      assertThat(ReportCalendar.finalAt(week))
          .isEqualTo(Instant.parse(sunday.plusDays(4) + "T00:00:00Z"));
    }
  }

  @Test
  void nothing_is_due_before_monday_at_eight() {
    assertThat(ReportCalendar.missing(W48, Instant.parse("2026-11-29T23:59:59Z"), Map.of()))
        .isEmpty();
  }

  @Test
  void the_provisional_report_is_due_once() {
    Instant monday = Instant.parse("2026-11-30T00:00:00Z");
    assertThat(ReportCalendar.missing(W48, monday, Map.of()))
        .containsExactly(new Due(W48, ReportState.PROVISIONAL));
    assertThat(
            ReportCalendar.missing(
                W48, monday, Map.of("2026-W48", Set.of(ReportState.PROVISIONAL))))
        .isEmpty();
  }

  @Test
  void after_a_machine_was_off_the_oldest_week_comes_first_and_is_final_at_once() {
    Instant monday = Instant.parse("2026-11-30T01:00:00Z");
    assertThat(ReportCalendar.missing(W47, monday, Map.of()))
        .containsExactly(new Due(W47, ReportState.FINAL), new Due(W48, ReportState.PROVISIONAL));
  }

  @Test
  void a_revised_week_is_not_made_final_again() {
    Instant later = Instant.parse("2026-12-05T00:00:00Z");
    assertThat(
            ReportCalendar.missing(
                W48, later, Map.of("2026-W48", Set.of(ReportState.FINAL, ReportState.REVISED))))
        .isEmpty();
  }

  private static Week week(String label) {
    return Week.parse(label).orElseThrow();
  }
}
