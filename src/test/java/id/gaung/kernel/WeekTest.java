package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeekTest {

  @Test
  void golden_weeks() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(WeekTest.class.getResourceAsStream("/vectors/iso_weeks.json"))
            .get("cases");
    assertThat(cases).isNotEmpty();
    for (JsonNode expected : cases) {
      Week week = Week.of(LocalDate.parse(expected.get("date").asText()));
      assertThat(week.label()).isEqualTo(expected.get("week").asText());
      assertThat(week.monday()).isEqualTo(expected.get("monday").asText());
      assertThat(week.sunday()).isEqualTo(expected.get("sunday").asText());
      assertThat(week.start()).isEqualTo(expected.get("starts_at_utc").asText());
      assertThat(Week.parse(week.label())).contains(week);
    }
  }

  @Test
  void monday_midnight_in_wita_belongs_to_the_new_week() {
    Instant midnight = Instant.parse("2026-11-22T16:00:00Z");
    assertThat(Week.of(midnight).label()).isEqualTo("2026-W48");
    assertThat(Week.of(midnight.minusMillis(1)).label()).isEqualTo("2026-W47");
  }

  @Test
  void a_week_that_the_year_does_not_have_is_no_week() {
    assertThat(Week.parse("2027-W53")).isEmpty();
    assertThat(Week.parse("2026-W53")).isPresent();
    assertThat(Week.parse("2026-W00")).isEmpty();
    assertThat(Week.parse("2026-48")).isEmpty();
  }

  @Test
  void a_week_starts_on_a_monday() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Week(LocalDate.of(2026, 11, 24)));
  }
}
