package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the web promises around every page and address, over HTTP. */
class WebTest extends WebFixture {

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
          .contains("style-src 'self' 'sha256-")
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
    assertThat(answer.body()).contains("<h1>").contains("This page is not for your role");
    assertThat(browser.get("/stalls/staff", "X-Role", "STAFF").body()).isEqualTo("Somebody");
    assertThat(browser.get("/stalls/secret", "X-Role", "CREATOR").body()).isEqualTo("Somebody");
  }

  @Test
  void the_api_says_unauthenticated_and_forbidden_as_problem_details() throws Exception {
    HttpResponse<String> nobody = browser.get("/api/v1/stalls/staff");
    assertThat(header(nobody, "WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(problem(nobody, 401).get("code").asText()).isEqualTo("problem.unauthenticated");
    HttpResponse<String> other = browser.get("/api/v1/stalls/staff", "X-Role", "CREATOR");
    assertThat(problem(other, 403).get("detail").asText())
        .startsWith("This request is not for your role");
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
}
