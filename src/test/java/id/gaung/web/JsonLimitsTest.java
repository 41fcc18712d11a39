package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.kernel.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** JSON that is valid, and more than a door reads, is not called invalid. */
class JsonLimitsTest {

  record Asked(String name, int tables) {}

  @Test
  void too_much_of_valid_json_is_told_as_that() {
    String names =
        IntStream.range(0, 60_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    String number = "{\"tables\": " + "1".repeat(100_000) + "}";
    for (String body : new String[] {names, deep, number}) {
      assertThat(refusal(body).key()).isEqualTo("problem.json-limits");
      assertThat(refusal(body).kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
    assertThat(refusal("{\"name\": }").key()).isEqualTo("problem.json");
  }

  private static Problem refusal(String body) {
    Class<?> asked = Asked.class;
    @SuppressWarnings("unchecked")
    Class<Record> type = (Class<Record>) asked;
    return catchThrowableOfType(
        Problem.class,
        () ->
            new JsonBodyReader()
                .readFrom(
                    type,
                    type,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
  }
}
