package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times as people type them, and what a form makes of them. */
class TypedDateTest {

  /** A plan with dates. */
  record Plan(String name, LocalDate startsOn, LocalDateTime dueAt, Optional<LocalDate> endsOn) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01/12/2026",
        "1/12/2026",
        "1/12/26",
        "1-12-2026",
        "01.12.26",
        "1 Des 2026",
        "1 Desember 2026",
        "1 december 2026",
        "01122026",
        "2026-12-01",
        " 1 / 12 / 2026 "
      })
  void a_date_is_read_as_it_is_written(String typed) {
    assertThat(TypedDate.date(typed).value()).contains(LocalDate.of(2026, 12, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "24/11, field.date.incomplete",
    "24/11/202, field.date.incomplete",
    "24, field.date.incomplete",
    "24 Nov, field.date.incomplete",
    "31/02/2026, field.date.none",
    "12/24/2026, field.date.none",
    "1 Xyz 2026, field.date.none",
    "besok, field.date",
    "24/11/2026 19.30, field.date"
  })
  void what_is_wrong_with_a_date_is_said(String typed, String key) {
    assertThat(TypedDate.date(typed).wrong()).contains(key);
  }

  @ParameterizedTest
  @CsvSource({
    "19.30, 19:30",
    "19:30, 19:30",
    "1930, 19:30",
    "7, 07:00",
    "07.00, 07:00",
    "7.05 WITA, 07:05"
  })
  void a_time_is_read_as_it_is_written(String typed, String read) {
    assertThat(TypedDate.time(typed).value()).hasToString("Optional[" + read + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "24.00, field.time.none",
    "12.61, field.time.none",
    "sore, field.time",
    "1.2.3, field.time"
  })
  void what_is_wrong_with_a_time_is_said(String typed, String key) {
    assertThat(TypedDate.time(typed).wrong()).contains(key);
  }

  private static Form sent(String... pairs) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.computeIfAbsent(pairs[i], k -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return Form.sent(values, Map.of());
  }

  @Test
  void two_fields_are_one_date_and_time() {
    Form form = sent("_datetime", "dueAt", "dueAt", "1-12-2026", "dueAt.time", "19:30");
    assertThat(form.value("dueAt")).isEqualTo("2026-12-01T19:30");
    assertThat(form.shownDate("dueAt")).isEqualTo("01/12/2026");
    assertThat(form.shownTime("dueAt", new Formats(Language.ID))).isEqualTo("19.30");
    assertThat(form.shownTime("dueAt", new Formats(Language.EN))).isEqualTo("19:30");
    assertThat(form.date("dueAt")).contains(LocalDate.of(2026, 12, 1));
  }

  @Test
  void a_quick_answer_stands_for_both_fields() {
    Form form =
        sent(
            "_datetime",
            "dueAt",
            "dueAt",
            "1/12/2026",
            "dueAt.time",
            "19.30",
            "_chosen.dueAt",
            "2026-12-02T07:00");
    assertThat(form.value("dueAt")).isEqualTo("2026-12-02T07:00");
    assertThat(form.shownTime("dueAt", new Formats(Language.ID))).isEqualTo("07.00");
  }

  @Test
  void one_text_may_hold_both() {
    assertThat(sent("_datetime", "dueAt", "dueAt", "24/11/2026 19.30").value("dueAt"))
        .isEqualTo("2026-11-24T19:30");
    assertThat(
            sent("_datetime", "dueAt", "dueAt", "2026-11-24T19:30", "dueAt.time", "07.00")
                .value("dueAt"))
        .isEqualTo("2026-11-24T19:30");
  }

  @Test
  void every_date_that_cannot_be_read_is_named_at_once_with_its_reason_and_stays_as_typed() {
    Form form =
        sent(
            "name",
            "Amplang",
            "_date",
            "startsOn",
            "startsOn",
            "24/11",
            "_date",
            "endsOn",
            "endsOn",
            "31/02/2026",
            "_datetime",
            "dueAt",
            "dueAt",
            "1/12/2026",
            "dueAt.time",
            "");
    form.submit(Plan.class, plan -> null, again -> new View("none", again));
    assertThat(form.errors())
        .extracting(FieldError::field, FieldError::key)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("startsOn", "field.date.incomplete"),
            org.assertj.core.groups.Tuple.tuple("endsOn", "field.date.none"),
            org.assertj.core.groups.Tuple.tuple("dueAt.time", "field.time.missing"));
    assertThat(form.shownDate("startsOn")).isEqualTo("24/11");
    assertThat(form.shownDate("dueAt")).isEqualTo("01/12/2026");
  }

  @Test
  void a_time_without_its_date_is_not_passed_over() {
    Form form =
        sent(
            "name",
            "Amplang",
            "startsOn",
            "1/12/2026",
            "_datetime",
            "dueAt",
            "dueAt",
            "",
            "dueAt.time",
            "19.00");
    form.submit(Plan.class, plan -> null, again -> new View("none", again));
    assertThat(form.errors())
        .extracting(FieldError::field, FieldError::key)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("dueAt", "field.date.missing"));
    assertThat(form.shownDate("dueAt")).isEmpty();
  }

  @Test
  void a_form_of_another_page_may_write_dates_so_too() {
    Plan plan =
        sent("name", "Amplang", "startsOn", "1/12/26", "dueAt", "24/11/2026 19.30").as(Plan.class);
    assertThat(plan.startsOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(plan.dueAt()).isEqualTo(LocalDateTime.of(2026, 11, 24, 19, 30));
    assertThat(plan.endsOn()).isEmpty();
  }

  @Test
  void what_is_missing_is_named_together_with_what_is_wrong() {
    Form form = sent("startsOn", "besok");
    form.submit(Plan.class, plan -> null, again -> new View("none", again));
    assertThat(form.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("startsOn", "dueAt");
    assertThat(form.refusal().map(Problem::key)).contains("problem.invalid");
  }
}
