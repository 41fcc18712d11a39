package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts that people put out, and accounts with their limits, as a program sees them. */
@Tag("database")
class HandApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGaung gaung = RunningGaung.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String staff = gaung.token(Role.STAFF);

  @Test
  void a_program_knows_whose_a_post_is_and_gives_it_to_somebody_else() throws Exception {
    JsonNode rendition = byHand("HANDED_OVER");
    String path = "/api/v1/renditions/" + rendition.path("id").asText() + "/by-hand";
    JsonNode task = get(path);
    String holder = "/api/v1/task-holders/" + task.path("taskId").asText();
    String other =
        gaung.gaung().identity().people().choices(Role.STAFF).keySet().stream()
            .filter(id -> !id.equals(task.path("personId").asText()))
            .findFirst()
            .orElseThrow();

    JsonNode given = post(holder, "{\"personId\":\"%s\"}".formatted(other), 200);

    assertThat(given.path("postId")).isEqualTo(rendition.path("postId"));
    assertThat(get(path).path("personId").asText()).isEqualTo(other);
    JsonNode refused = post(holder, "{\"personId\":\"nobody\"}", 422);
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("personId");
    String back = "/api/v1/task-holders/" + get(path).path("taskId").asText();
    post(back, "{\"personId\":\"%s\"}".formatted(task.path("personId").asText()), 200);
    assertThat(get(path).path("personId")).isEqualTo(task.path("personId"));
  }

  @Test
  void a_program_says_that_a_post_is_gone_and_that_it_stands_after_all() throws Exception {
    JsonNode rendition = byHand("PUBLISHED");
    String path = "/api/v1/renditions/" + rendition.path("id").asText() + "/by-hand/";
    String order = "{\"reason\":\"Salah lihat\",\"version\":%d}";
    String first = order.formatted(rendition.path("version").asInt());
    JsonNode gone = post(path + "gone", first, 200);
    assertThat(gone.path("state").asText()).isEqualTo("REMOVED");
    post(path + "gone", first, 409);

    String second = order.formatted(gone.path("version").asInt());
    assertThat(post(path + "stands", second, 200).path("state").asText()).isEqualTo("PUBLISHED");
  }

  @Test
  void accounts_tell_what_is_used_of_their_networks_limits() throws Exception {
    List<JsonNode> limits = new ArrayList<>();
    get("/api/v1/channels").path("rows").forEach(row -> row.path("limits").forEach(limits::add));
    assertThat(limits)
        .isNotEmpty()
        .allSatisfy(limit -> assertThat(limit.path("most").asLong()).isPositive());
  }

  private JsonNode byHand(String state) throws Exception {
    List<String> hand = new ArrayList<>();
    for (JsonNode channel : get("/api/v1/channels").path("rows")) {
      if (channel.path("mode").asText().equals("BY_HAND")) {
        hand.add(channel.path("id").asText());
      }
    }
    for (int page = 1; page < 10; page++) {
      for (JsonNode one : get("/api/v1/posts?state=" + state + "&page=" + page).path("rows")) {
        if (hand.contains(one.path("channelId").asText())) {
          return get("/api/v1/renditions/" + one.path("id").asText());
        }
      }
    }
    throw new AssertionError("no post by hand is " + state);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET(), 200);
  }

  private JsonNode post(String path, String body, int status)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        status);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gaung.address() + path))
        .header("Authorization", "Bearer " + staff);
  }

  private JsonNode send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
