package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** JSON that is valid, and more than a door reads, is not called invalid. */
class JsonLimitsTest extends WebFixture {

  @Test
  void too_much_of_valid_json_is_told_as_that() throws Exception {
    String names =
        IntStream.range(0, 60_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    String number = "{\"tables\": " + "1".repeat(100_000) + "}";
    for (String body : new String[] {names, deep, number}) {
      JsonNode problem = problem(stall(body), 400);
      assertThat(problem.get("detail").asText()).contains("too many").doesNotContain("valid");
    }
    assertThat(problem(stall("{\"name\": }"), 400).get("detail").asText())
        .contains("not valid JSON");
  }

  private HttpResponse<String> stall(String body) {
    return browser.json(
        "POST", "/api/v1/stalls", body, "Authorization", "Bearer x", "X-Role", "STAFF");
  }
}
