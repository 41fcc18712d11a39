package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordBinderTest {

  record Row(@NotBlank String name, int amount) {}

  record Order(String title, @Valid List<Row> rows) {}

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
        "rows[0].amount=field.format");
  }

  private static void assertErrors(String json, String... errors) {
    assertThatThrownBy(() -> RecordBinder.read(Order.class, tree(json)))
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
