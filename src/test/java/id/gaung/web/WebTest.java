package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the web promises around every door, over HTTP. */
class WebTest {

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of(),
          true,
          jersey -> {
            jersey.register(new TestViewerFilter());
            jersey.register(new TestDoors.Pages());
            jersey.register(new TestDoors.Resource());
          });

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String[] GOOD_STALL = {
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

  private final Browser browser = SERVER.browser();

  // --- pages, headers, language

  @Test
  void a_page_escapes_its_texts_and_says_that_this_is_practice() {
    HttpResponse<String> page = browser.get("/stalls");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.body())
        .contains("&lt;b&gt;Sambal &amp; es&lt;/b&gt;")
        .contains("Mode latihan")
        .contains("<!DOCTYPE html>")
        .contains("<html lang=\"id\">");
  }

  @Test
  void every_answer_carries_the_security_headers_and_a_request_id() {
    for (String path : List.of("/stalls", "/nowhere", "/api/v1/nowhere", "/stalls/defect")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'")
          .contains("script-src 'self'")
          .contains("style-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(answer, "X-Request-Id")).matches("[0-9a-f-]{36}");
    }
  }

  @Test
  void the_first_page_already_sets_the_cookie_that_belongs_to_its_forms() {
    HttpResponse<String> page = browser.get("/stalls");
    assertThat(browser.csrf()).contains(field(page));
    assertThat(page.headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("gaung_csrf=") && c.contains("HttpOnly") && c.contains("Lax"));
    assertThat(field(browser.get("/stalls"))).isEqualTo(field(page));
  }

  @Test
  void the_language_switch_is_kept_and_leads_back() {
    HttpResponse<String> switched = browser.post("/language", "to", "en", "back", "/stalls");
    assertThat(switched.statusCode()).isEqualTo(303);
    assertThat(header(switched, "Location")).isEqualTo("/stalls");
    HttpResponse<String> page = browser.get("/stalls");
    assertThat(page.body()).contains("<html lang=\"en\">").contains("Practice mode");
    assertThat(header(page, "Content-Language")).isEqualTo("en");
  }

  @Test
  void a_person_without_a_switch_reads_the_language_of_the_profile() {
    assertThat(browser.get("/stalls", "X-Role", "STAFF").body()).contains("<html lang=\"en\">");
  }

  @Test
  void back_never_leads_to_another_site_and_never_breaks() {
    for (String back :
        List.of("https://evil.example", "//evil.example", "/\\evil.example", "/%zz", "x", "")) {
      HttpResponse<String> answer = browser.post("/language", "to", "id", "back", back);
      assertThat(answer.statusCode()).as(back).isEqualTo(303);
      assertThat(header(answer, "Location")).as(back).isEqualTo("/");
    }
    assertThat(header(browser.post("/language", "back", "/a/b?c=d&e=1"), "Location"))
        .isEqualTo("/a/b?c=d&e=1");
  }

  @Test
  void a_message_is_shown_on_one_page_only() {
    HttpResponse<String> done = browser.post("/stalls", GOOD_STALL);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(browser.get("/stalls").body()).contains("Tersalin.");
    assertThat(browser.get("/stalls").body()).doesNotContain("Tersalin.");
  }

  @Test
  void each_of_many_requests_at_once_gets_its_own_page() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> visits = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        boolean english = i % 2 == 0;
        visits.add(
            () -> {
              Browser own = SERVER.browser();
              String[] role = english ? new String[] {"X-Role", "STAFF"} : new String[0];
              HttpResponse<String> page = own.get("/stalls", role);
              return page.body().contains(english ? "lang=\"en\">" : "lang=\"id\">")
                  && page.body().contains("/profile") == english
                  && own.csrf().orElseThrow().equals(field(page));
            });
      }
      for (Future<Boolean> visit : threads.invokeAll(visits)) {
        assertThat(visit.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  // --- who may enter

  @Test
  void a_page_for_the_signed_in_leads_to_sign_in_and_back() {
    HttpResponse<String> answer = browser.get("/stalls/secret?week=2026-W48");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location"))
        .isEqualTo("/sign-in?back=%2Fstalls%2Fsecret%3Fweek%3D2026-W48");
  }

  @Test
  void a_page_of_another_role_is_refused_as_a_page() {
    HttpResponse<String> answer = browser.get("/stalls/staff", "X-Role", "CREATOR");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<h1>").contains("Your role does not include this page");
    assertThat(browser.get("/stalls/staff", "X-Role", "STAFF").body()).isEqualTo("Somebody");
    assertThat(browser.get("/stalls/secret", "X-Role", "CREATOR").body()).isEqualTo("Somebody");
  }

  @Test
  void the_api_says_unauthenticated_and_forbidden_as_problem_details() throws Exception {
    HttpResponse<String> nobody = browser.get("/api/v1/stalls/staff");
    assertThat(header(nobody, "WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(problem(nobody, 401).get("code").asText()).isEqualTo("problem.unauthenticated");
    HttpResponse<String> other = browser.get("/api/v1/stalls/staff", "X-Role", "CREATOR");
    assertThat(problem(other, 403).get("detail").asText()).startsWith("Your role");
    assertThat(problem(other, 403).get("title").asText()).isEqualTo("Not allowed");
    assertThat(problem(other, 403).get("detail").asText()).doesNotContain("page");
    assertThat(problem(other, 403).get("instance").asText()).startsWith("urn:request:");
  }

  @Test
  void a_door_that_does_not_say_who_may_enter_stops_the_start() {
    WebServer unguarded =
        WebServer.with(List.of(), false, jersey -> jersey.register(new TestDoors.Unguarded()));
    try {
      assertThatThrownBy(unguarded::start)
          .hasStackTraceContaining("nobody says who may enter")
          .hasStackTraceContaining("Unguarded.show");
    } finally {
      unguarded.stop();
    }
  }

  // --- other sites' forms

  @Test
  void a_form_without_or_with_a_wrong_token_is_refused() {
    browser.get("/stalls");
    for (String token : List.of("", "x", "A".repeat(43))) {
      HttpResponse<String> answer = browser.postWithToken("/stalls", token, GOOD_STALL);
      assertThat(answer.statusCode()).as(token).isEqualTo(403);
      assertThat(answer.body()).contains("Mohon muat ulang halaman");
    }
  }

  @Test
  void a_token_without_the_cookie_is_refused() {
    assertThat(browser.postWithToken("/stalls", "A".repeat(43), GOOD_STALL).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_request_without_a_body_does_not_pass_for_a_form() {
    assertThat(browser.send("POST", "/stalls", BodyPublishers.noBody()).statusCode())
        .isEqualTo(403);
    assertThat(browser.json("POST", "/stalls", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void a_form_that_another_site_sends_is_refused_even_with_a_token() {
    browser.get("/stalls");
    String body = "_csrf=" + browser.csrf().orElseThrow();
    String own = SERVER.uri("").toString();
    assertThat(post(body, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(post(body, "Origin", "null")).isEqualTo(403);
    assertThat(post(body, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(post(body, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(post(body, "Origin", own)).isEqualTo(422);
    assertThat(post(body, "Sec-Fetch-Site", "same-origin")).isEqualTo(422);
  }

  @Test
  void json_without_a_bearer_token_repeats_the_csrf_token_in_a_header() throws Exception {
    browser.get("/stalls");
    assertThat(problem(browser.json("POST", "/api/v1/stalls", "{}"), 403).get("code").asText())
        .isEqualTo("problem.csrf");
    HttpResponse<String> with =
        browser.json("POST", "/api/v1/stalls", "{}", "X-CSRF-Token", browser.csrf().orElseThrow());
    problem(with, 422);
    problem(browser.json("POST", "/api/v1/stalls", "{}", "Authorization", "Bearer x"), 422);
  }

  @Test
  void a_form_for_the_api_needs_no_token_unless_it_comes_with_cookies() throws Exception {
    HttpResponse<String> bare = multipart("/api/v1/stalls/photo", "");
    assertThat(bare.statusCode()).as(bare.body()).isEqualTo(200);
    assertThat(bare.body()).contains("Kopi ☕ pagi", "foto é.jpg");
    browser.get("/stalls");
    String token = browser.csrf().orElseThrow();
    for (String field : List.of("", "wrong", token)) {
      assertThat(problem(multipart("/api/v1/stalls/photo", field), 403).get("code").asText())
          .isEqualTo("problem.csrf");
    }
    assertThat(multipart("/api/v1/stalls/photo", "", "X-CSRF-Token", token).statusCode())
        .isEqualTo(200);
    assertThat(multipart("/api/v1/stalls/photo", "", "Authorization", "Bearer x").statusCode())
        .isEqualTo(200);
    assertThat(multipart("/stalls/photo", "", "Authorization", "Bearer x").statusCode())
        .as("a page's door")
        .isEqualTo(403);
  }

  // --- JSON bodies

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
            "tables: Tulis angka bulat.",
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
        .containsExactlyInAnyOrder("name: Paling panjang 20 huruf.", "tables: Paling besar 9.");
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

  // --- addresses

  @Test
  void a_parameter_that_cannot_be_read_is_named() throws Exception {
    for (String query : List.of("tables=x", "tables=99999999999", "role=KING")) {
      String name = query.substring(0, query.indexOf('='));
      JsonNode problem = problem(browser.get("/api/v1/stalls/search?" + query), 400);
      assertThat(fields(problem)).containsExactly(name + ": Isian tidak dapat dibaca.");
      assertThat(problem.get("code").asText()).isEqualTo("problem.parameter");
      assertThat(problem.get("detail").asText()).contains(name);
    }
    assertThat(browser.get("/api/v1/stalls/search?tables=7&role=staff").body())
        .isEqualTo("[\"7\",\"STAFF\"]");
    assertThat(browser.get("/api/v1/stalls/search").body()).isEqualTo("[\"1\",\"\"]");
    HttpResponse<String> page = browser.get("/stalls?status=x");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("status: Isian tidak dapat dibaca.");
  }

  @Test
  void control_characters_in_an_address_are_refused() throws Exception {
    JsonNode problem = problem(browser.get("/api/v1/stalls/search?q=%00"), 400);
    assertThat(fields(problem).get(0)).startsWith("q: Ada karakter");
    problem(browser.get("/api/v1/stalls/search?a%00b=1"), 400);
    assertThat(browser.get("/stalls?q=a%1Bb").statusCode()).isEqualTo(400);
    assertThat(browser.get("/stalls?q=a%0Ab").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/v1/stalls/a%01b").statusCode()).isBetween(400, 404);
    assertThat(browser.get("/api/v1/stalls/a%00b").statusCode()).isBetween(400, 404);
  }

  @Test
  void a_refusal_for_coming_too_often_says_when_to_come_back() throws Exception {
    HttpResponse<String> api = browser.get("/api/v1/stalls/busy");
    problem(api, 429);
    assertThat(header(api, "Retry-After")).isEqualTo("90");
    HttpResponse<String> form = browser.post("/stalls/busy");
    assertThat(form.statusCode()).isEqualTo(429);
    assertThat(header(form, "Retry-After")).isEqualTo("90");
  }

  // --- forms

  @Test
  void a_form_with_control_characters_is_shown_again_without_them() {
    HttpResponse<String> answer =
        browser.post("/stalls", "name", "Es\u0000 Doger\u001b", "rent", "10");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Es Doger|10").contains("name=field.characters");
  }

  @Test
  void a_wrong_form_keeps_what_was_typed_and_names_its_fields() {
    HttpResponse<String> answer =
        browser.post("/stalls", "name", " Es <i>Doger ", "rent", "murah", "tables", "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Es &lt;i&gt;Doger|murah").contains("rent=field.rupiah");
  }

  @Test
  void fields_left_empty_are_asked_for_when_all_else_is_right() {
    assertThat(browser.post("/stalls", "name", "Es", "rent", "10").body())
        .contains("opensOn=field.required")
        .contains("tables=field.required")
        .doesNotContain("name=field");
  }

  @Test
  void a_form_with_a_file_is_read_and_its_token_checked() {
    browser.get("/stalls");
    assertThat(multipart("wrong").statusCode()).isEqualTo(403);
    HttpResponse<String> answer = multipart(browser.csrf().orElseThrow());
    assertThat(answer.body()).isEqualTo("Kopi ☕ pagi|foto é.jpg|9|isi berka|9");
  }

  @Test
  void a_form_whose_file_is_missing_or_broken_is_told() {
    browser.get("/stalls");
    String broken = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nunfinished";
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "/stalls/photo",
            BodyPublishers.ofString(broken),
            "Content-Type",
            "multipart/form-data; boundary=b");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(browser.post("/stalls/photo").statusCode()).isEqualTo(422);
  }

  // --- too large, and defects

  @Test
  void a_body_over_the_limit_is_refused_whether_or_not_it_says_its_length() throws Exception {
    byte[] large = new byte[2 * 1024 * 1024];
    java.util.Arrays.fill(large, (byte) ' ');
    HttpResponse<String> announced =
        browser.send(
            "POST",
            "/api/v1/stalls",
            BodyPublishers.ofByteArray(large),
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer x");
    assertThat(problem(announced, 413).get("detail").asText()).contains("64 KB");
    HttpResponse<String> chunked =
        browser.send(
            "POST",
            "/api/v1/stalls",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer x");
    assertThat(problem(chunked, 413).get("code").asText()).isEqualTo("problem.too-large");
    browser.get("/stalls");
    byte[] photo = new byte[33 * 1024 * 1024];
    for (String type :
        List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
      HttpResponse<String> form =
          browser.send(
              "POST",
              "/stalls/photo",
              BodyPublishers.ofInputStream(() -> largeForm(photo)),
              "Content-Type",
              type);
      assertThat(form.statusCode()).as(type).isEqualTo(413);
    }
  }

  @Test
  void a_defect_of_ours_tells_its_number_and_nothing_else() throws Exception {
    HttpResponse<String> page = browser.get("/stalls/defect");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains(header(page, "X-Request-Id"))
        .doesNotContain("jdbc")
        .doesNotContain("IllegalState");
    for (String path : List.of("/api/v1/stalls/defect", "/api/v1/stalls/illegal")) {
      HttpResponse<String> api = browser.get(path);
      JsonNode problem = problem(api, 500);
      assertThat(problem.get("detail").asText()).contains(header(api, "X-Request-Id"));
      assertThat(api.body()).doesNotContain("jdbc");
    }
  }

  @Test
  void a_page_that_cannot_be_rendered_is_answered_as_a_defect() {
    HttpResponse<String> page = browser.get("/stalls/broken-template");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains("Terjadi kesalahan pada Gaung")
        .contains(header(page, "X-Request-Id"))
        .doesNotContain("no-such-template");
  }

  // --- how the tests speak

  private HttpResponse<String> stall(String body) {
    return browser.json("POST", "/api/v1/stalls", body, "Authorization", "Bearer x");
  }

  private int post(String body, String header, String value) {
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

  private HttpResponse<String> multipart(String token) {
    return multipart("/stalls/photo", token);
  }

  private HttpResponse<String> multipart(String path, String token, String... more) {
    String body =
        """
        --b
        Content-Disposition: form-data; name="_csrf"

        %s
        --b
        Content-Disposition: form-data; name="caption"

        Kopi ☕ pagi
        --b
        Content-Disposition: form-data; name="photo"; filename="foto é.jpg"
        Content-Type: image/jpeg

        isi berka
        --b--
        """
            .formatted(token)
            .replace("\n", "\r\n");
    List<String> headers =
        new ArrayList<>(List.of("Content-Type", "multipart/form-data; boundary=b"));
    headers.addAll(List.of(more));
    return browser.send(
        "POST", path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
  }

  private static InputStream largeForm(byte[] large) {
    byte[] head =
        "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    return new java.io.SequenceInputStream(
        new java.io.ByteArrayInputStream(head), new java.io.ByteArrayInputStream(large));
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    return problem;
  }

  private static List<String> fields(JsonNode problem) {
    List<String> all = new ArrayList<>();
    problem
        .get("errors")
        .forEach(e -> all.add(e.get("field").asText() + ": " + e.get("reason").asText()));
    return all;
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String field(HttpResponse<String> page) {
    Matcher matcher = FIELD.matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
