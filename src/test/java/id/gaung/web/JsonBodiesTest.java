package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the web promises to those who send JSON, over HTTP. */
class JsonBodiesTest extends WebFixture {

  @Test
  void a_good_body_is_read_and_answered() throws Exception {
    HttpResponse<String> answer =
        stall(
            """
            {"name": "Es Doger", "opensOn": "2026-11-24", "tables": 4, "rent": 1500000,
             "roles": ["STAFF"], "note": null}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"name": "Es Doger", "opensOn": "2026-11-24", "tables": 4, "rent": 1500000,
                 "roles": ["STAFF"], "note": null}
                """));
  }

  @Test
  void every_wrong_field_is_named_at_once_with_its_reason() throws Exception {
    JsonNode problem =
        problem(
            stall(
                """
                {"name": " ", "opensOn": "24-11-2026", "tables": "many", "rent": -1,
                 "roles": ["STAFF", "KING"], "colour": "red"}
                """),
            422);
    assertThat(fields(problem))
        .containsExactlyInAnyOrder(
            "colour: Isian ini tidak dikenal.",
            "name: Mohon diisi.",
            "opensOn: Tanggal tidak benar, contoh: 2026-11-24.",
            "tables: Tulis angkanya utuh, misalnya 1.250, bukan 1,2 rb.",
            "rent: Tulis rupiah bulat, contoh: 1.500.000.",
            "roles[1]: Mohon pilih salah satu yang tersedia.");
  }

  @Test
  void a_field_that_is_missing_or_null_is_named() throws Exception {
    assertThat(fields(problem(stall("{\"name\": \"Es\", \"rent\": null}"), 422)))
        .containsExactlyInAnyOrder(
            "opensOn: Mohon diisi.", "tables: Mohon diisi.", "rent: Mohon diisi.");
  }

  @Test
  void a_rule_tells_its_numbers() throws Exception {
    JsonNode problem =
        problem(
            stall(
                """
                {"name": "a name of more than twenty letters", "opensOn": "2026-11-24",
                 "tables": 10, "rent": 1}
                """),
            422);
    assertThat(fields(problem))
        .containsExactlyInAnyOrder("name: Paling panjang 20 karakter.", "tables: Paling besar 9.");
  }

  @Test
  void numbers_do_not_become_whole_or_names_of_constants() throws Exception {
    JsonNode problem =
        problem(
            stall(
                """
                {"name": "Es", "opensOn": "2026-11-24", "tables": 1.5, "rent": 1.5, "roles": [0]}
                """),
            422);
    assertThat(fields(problem))
        .extracting(f -> f.substring(0, f.indexOf(':')))
        .containsExactlyInAnyOrder("tables", "rent", "roles[0]");
  }

  @Test
  void a_body_that_is_no_json_object_is_malformed() throws Exception {
    for (String body : List.of("[]", "\"x\"", "1", "null", "")) {
      assertThat(problem(stall(body), 400).get("code").asText())
          .as(body)
          .isEqualTo("problem.json-object");
    }
    assertThat(problem(stall("{\"name\": \n oops}"), 400).get("detail").asText())
        .contains("baris 2");
    assertThat(problem(stall("{} {}"), 400).get("code").asText()).isEqualTo("problem.json");
    assertThat(problem(stall("{\"name\": \"a\""), 400).get("code").asText())
        .isEqualTo("problem.json");
  }

  @Test
  void another_kind_of_body_or_method_is_told_with_its_status() throws Exception {
    HttpResponse<String> text =
        browser.send(
            "POST",
            "/api/v1/stalls",
            BodyPublishers.ofString("x"),
            "Content-Type",
            "text/plain",
            "Authorization",
            "Bearer x");
    assertThat(problem(text, 415).get("code").asText()).isEqualTo("problem.media-type");
    HttpResponse<String> method = browser.get("/api/v1/stalls");
    assertThat(problem(method, 405).get("code").asText()).isEqualTo("problem.method");
    assertThat(header(method, "Allow")).contains("POST");
    problem(browser.get("/api/v1/nowhere"), 404);
    assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void what_api_callers_read_does_not_speak_of_a_page() throws Exception {
    JsonNode problem = problem(stall("{}"), 422);
    assertThat(problem.get("title").asText()).isEqualTo("Isian belum benar");
    assertThat(problem.get("code").asText()).isEqualTo("problem.invalid");
    assertThat(problem.get("detail").asText()).contains("errors").doesNotContain("halaman");
  }

  @Test
  void a_text_with_control_characters_or_half_a_character_is_refused_by_name() throws Exception {
    for (String bad : List.of("a\\u0000b", "a\\u001bb", "a\\u0085b", "a\\ud800", "\\udc00b")) {
      JsonNode problem =
          problem(
              stall(
                  """
                  {"name": "%s", "opensOn": "2026-11-24", "tables": 4, "rent": 1, "note": "%s"}
                  """
                      .formatted(bad, bad)),
              422);
      assertThat(fields(problem))
          .as(bad)
          .extracting(f -> f.substring(0, f.indexOf(". ")))
          .containsExactlyInAnyOrder(
              "name: Ada karakter yang tidak dapat disimpan (karakter kendali)",
              "note: Ada karakter yang tidak dapat disimpan (karakter kendali)");
    }
    assertThat(
            stall(
                    """
                    {"name": "a\\n\\r\\tb \\ud83c\\udf75", "opensOn": "2026-11-24",
                     "tables": 4, "rent": 1}
                    """)
                .statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> stall(String body) {
    return browser.json("POST", "/api/v1/stalls", body, "Authorization", "Bearer x");
  }
}
