package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBinderTest {

  record Row(@NotBlank String name, int amount) {}

  record Order(String title, @Valid List<Row> rows) {}

  record Loose(Map<String, String> texts, List<@NotBlank String> ids) {}

  record Times(LocalDateTime at, LocalDate day) {}

  record Reached(
      @NotBlank String name,
      @PhoneNumber(message = "a.number") String first,
      @PhoneNumber(message = "a.number") Optional<String> second) {}

  record Everything(
      String text,
      int number,
      long large,
      Integer boxed,
      boolean yes,
      Rupiah rent,
      LocalDate day,
      LocalDateTime at,
      UUID id,
      Role role,
      List<Role> roles,
      Optional<Integer> maybe,
      Optional<LocalDate> never) {}

  @Test
  void a_wrong_number_is_named_with_all_that_is_wrong_beside_it() {
    assertThatThrownBy(
            () ->
                RecordBinder.read(
                    Reached.class,
                    Map.of("name", List.of(""), "first", List.of("abc"), "second", List.of("12"))))
        .isInstanceOfSatisfying(
            Problem.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder("name", "first", "second"));
    assertThat(
            RecordBinder.read(
                Reached.class, Map.of("name", List.of("Ayu"), "first", List.of("0811-0000-123"))))
        .isEqualTo(new Reached("Ayu", "0811-0000-123", Optional.empty()));
  }

  private static final Map<String, List<String>> TYPED =
      Map.ofEntries(
          Map.entry("text", List.of(" kopi ")),
          Map.entry("number", List.of(" 7 ")),
          Map.entry("large", List.of("9000000000")),
          Map.entry("boxed", List.of("8")),
          Map.entry("yes", List.of("true")),
          Map.entry("rent", List.of("Rp 1.500.000")),
          Map.entry("day", List.of("2026-11-24")),
          Map.entry("at", List.of("2026-11-24T19:30")),
          Map.entry("id", List.of("00000000-0000-0000-0000-000000000001")),
          Map.entry("role", List.of("STAFF")),
          Map.entry("roles", List.of("STAFF", "", "JUROR")),
          Map.entry("maybe", List.of("3")),
          Map.entry("never", List.of("")),
          Map.entry("unknown", List.of("passed over")));

  private static final Everything READ =
      new Everything(
          "kopi",
          7,
          9_000_000_000L,
          8,
          true,
          new Rupiah(1_500_000),
          LocalDate.of(2026, 11, 24),
          LocalDateTime.of(2026, 11, 24, 19, 30),
          new UUID(0, 1),
          Role.STAFF,
          List.of(Role.STAFF, Role.JUROR),
          Optional.of(3),
          Optional.empty());

  @Test
  void every_type_is_read_from_what_people_type() {
    assertThat(RecordBinder.read(Everything.class, TYPED)).isEqualTo(READ);
  }

  record Counts(Optional<Long> views, long likes) {}

  @ParameterizedTest
  @ValueSource(strings = {"1250", "1.250", "1,250", "1 250", " 1.250 ", "1\u00a0250"})
  void counts_are_read_as_people_and_networks_write_them(String typed) {
    assertThat(
            RecordBinder.read(
                Counts.class, Map.of("views", List.of(typed), "likes", List.of("1.234.567"))))
        .isEqualTo(new Counts(Optional.of(1250L), 1_234_567));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2", "1.2rb", "1.25", "12.50", "0.125", "1.250,5", "1.250,000", "1k"})
  void what_may_mean_another_count_is_refused(String typed) {
    Map<String, List<String>> values = Map.of("views", List.of(typed), "likes", List.of("1"));
    assertThatThrownBy(() -> RecordBinder.read(Counts.class, values))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .containsExactly(FieldError.of("views", "field.number")));
  }

  @Test
  void a_record_becomes_texts_and_is_read_back_the_same() {
    assertThat(RecordBinder.read(Everything.class, RecordBinder.toTexts(READ))).isEqualTo(READ);
  }

  @Test
  void fields_of_records_inside_are_named_by_their_path() {
    assertErrors(
        "{\"title\": \"a\", \"rows\": [{\"name\": \"x\", \"amount\": 1}, {\"name\": \"\", \"amount\": 2}]}",
        "rows[1].name=field.notblank");
    assertErrors(
        "{\"title\": \"a\", \"rows\": [{\"name\": \"x\", \"amount\": 1, \"colour\": 2}]}",
        "rows[0].colour=field.unknown");
    assertErrors(
        "{\"title\": \"a\", \"rows\": [{\"name\": \"x\", \"amount\": \"many\"}]}",
        "rows[0].amount=field.number");
  }

  @Test
  void what_is_missing_inside_is_named_all_at_once() {
    assertErrors(
        "{\"title\": \"a\", \"rows\": [{}, null, 7, {\"name\": \"x\", \"amount\": null}]}",
        "rows[0].name=field.required",
        "rows[0].amount=field.required",
        "rows[1]=field.required",
        "rows[2]=field.format",
        "rows[3].amount=field.required");
    assertErrors("{\"title\": \"a\", \"rows\": {}}", "rows=field.format");
  }

  @Test
  void characters_that_cannot_be_stored_are_named_where_they_are() {
    assertErrors(
        "{\"title\": \"\\u0000\", \"rows\": [{\"name\": \"\\ud800\", \"amount\": 1}]}",
        "title=field.characters",
        "rows[0].name=field.characters");
    assertErrors(
        Loose.class,
        "{\"texts\": {\"a\": \"\\u0000\", \"b\\u0007\": \"x\"}, \"ids\": [null, \"\\u0001\"]}",
        "texts.a=field.characters",
        "texts.b=field.characters",
        "ids[0]=field.required",
        "ids[1]=field.characters");
  }

  @Test
  void a_rule_on_the_parts_of_a_list_names_the_part_alone() {
    assertErrors(Loose.class, "{\"texts\": {}, \"ids\": [\"a\", \" \"]}", "ids[1]=field.notblank");
  }

  @Test
  void a_time_with_a_zone_is_turned_into_wita_and_one_without_is_wita() {
    LocalDateTime nine = LocalDateTime.of(2026, 11, 26, 9, 0);
    for (String at :
        List.of(
            "2026-11-26T01:00:00Z",
            "2026-11-26T09:00:00+08:00",
            "2026-11-25T20:00-05:00",
            "2026-11-26T09:00+08:00[Asia/Makassar]",
            "2026-11-26T09:00:00.000",
            "2026-11-26T09:00")) {
      assertThat(times("\"" + at + "\"", "\"2026-11-26\"").at()).as(at).isEqualTo(nine);
    }
  }

  @Test
  void an_instant_as_we_answer_it_is_read_back_as_the_same_instant() {
    Instant due = Instant.parse("2026-11-26T01:00:00Z");
    String answered = RecordBinder.JSON.valueToTree(due).toString();
    assertThat(Wita.instant(times(answered, "\"2026-11-26\"").at())).isEqualTo(due);
  }

  @Test
  void a_date_is_a_text_of_our_time_and_nothing_else() {
    for (String no :
        List.of(
            "[2026,1,1]", "20260101", "{}", "true", "\"2026-02-30\"", "\"2026-01-01T10:00Z\"")) {
      assertErrors(
          Times.class, "{\"at\": \"2026-11-26T09:00\", \"day\": " + no + "}", "day=field.date");
    }
    for (String no :
        List.of("[2026,1,1,9,0]", "1764118800", "1.5", "\"2026-01-01\"", "\"2026-01-01T25:00\"")) {
      assertErrors(
          Times.class, "{\"at\": " + no + ", \"day\": \"2026-01-01\"}", "at=field.datetime");
    }
    assertErrors(
        Times.class,
        "{\"at\": \"2101-01-01T00:00Z\", \"day\": \"1999-12-31\"}",
        "at=field.year",
        "day=field.year");
    assertErrors(
        Times.class,
        "{\"at\": \"+999999999-01-01T00:00Z\", \"day\": \"-0001-12-31\"}",
        "at=field.year",
        "day=field.year");
  }

  private static Times times(String at, String day) {
    return RecordBinder.read(Times.class, tree("{\"at\": " + at + ", \"day\": " + day + "}"));
  }

  private static void assertErrors(String json, String... errors) {
    assertErrors(Order.class, json, errors);
  }

  private static void assertErrors(Class<? extends Record> type, String json, String... errors) {
    assertThatThrownBy(() -> RecordBinder.read(type, tree(json)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(e -> e.field() + "=" + e.key())
                    .containsExactlyInAnyOrder(errors));
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
