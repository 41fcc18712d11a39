package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with the doors of {@link TestDoors}, and how the tests speak to it. */
abstract class WebFixture {

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
              List.of(),
              true,
              jersey -> {
                jersey.register(new TestViewerFilter());
                jersey.register(new TestDoors.Pages());
                jersey.register(new TestDoors.Resource());
              })
          .shared();

  static final ObjectMapper JSON = new ObjectMapper();
  static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  static final String[] GOOD_STALL = {
    "name",
    "Es Doger",
    "opensOn",
    "2026-11-24",
    "tables",
    "4",
    "rent",
    "1.500.000",
    "roles",
    "STAFF"
  };
  final Browser browser = SERVER.browser();

  int post(String body, String header, String value) {
    return browser
        .send(
            "POST",
            "/stalls",
            BodyPublishers.ofString(body),
            "Content-Type",
            "application/x-www-form-urlencoded",
            header,
            value)
        .statusCode();
  }

  static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    return problem;
  }

  static List<String> fields(JsonNode problem) {
    List<String> all = new ArrayList<>();
    problem
        .get("errors")
        .forEach(e -> all.add(e.get("field").asText() + ": " + e.get("reason").asText()));
    return all;
  }

  static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static String field(HttpResponse<String> page) {
    Matcher matcher = FIELD.matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
