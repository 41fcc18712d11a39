package id.gaung.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Rupiah;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private final ObjectMapper json = Json.mapper();

  @ParameterizedTest
  @ValueSource(strings = {"12345", "\"12345\"", "\"12.345\"", "\"Rp12.345\""})
  void whole_rupiah_are_taken(String written) throws JsonProcessingException {
    assertThat(json.readValue(written, Rupiah.class)).isEqualTo(new Rupiah(12_345));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.345", "12345.5", "1e400", "-0.1", "true", "{}", "[1]", "\"12,5\""})
  void what_is_not_whole_rupiah_is_refused(String written) {
    assertThatThrownBy(() -> json.readValue(written, Rupiah.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void what_we_wrote_ourselves_is_read_however_long_it_is_and_a_strangers_body_is_given_up_early()
      throws JsonProcessingException {
    String numbers =
        IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(joining(",", "[", "]"));
    assertThat(json.readTree(numbers)).hasSize(100_000);
    assertThatThrownBy(() -> Json.bodies().readTree(numbers))
        .isInstanceOf(StreamConstraintsException.class);
  }
}
