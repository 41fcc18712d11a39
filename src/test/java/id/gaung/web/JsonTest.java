package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static final String LONG =
      IntStream.range(0, 100_000)
          .mapToObj(String::valueOf)
          .collect(Collectors.joining(",", "[", "]"));

  @Test
  void what_we_wrote_ourselves_is_read_however_long_it_is() throws Exception {
    assertThat(Json.mapper().readTree(LONG)).hasSize(100_000);
  }

  @Test
  void a_body_of_a_stranger_is_given_up_early() {
    assertThatThrownBy(() -> Json.bodies().readTree(LONG))
        .isInstanceOf(StreamConstraintsException.class);
  }
}
