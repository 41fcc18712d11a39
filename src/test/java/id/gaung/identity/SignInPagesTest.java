package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.demo.DemoPerson;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in and out over HTTP: by password, by link, and by a button in practice. */
class SignInPagesTest extends IdentityDoors {

  @Test
  void the_right_password_leads_back_to_where_one_was() {
    Person person = person(Role.STAFF);
    HttpResponse<String> page = browser.get("/sign-in?back=%2Fprofile");
    assertThat(page.body()).contains("name=\"back\" value=\"/profile\"").contains("/practice");
    HttpResponse<String> in = signIn(person, GOOD, "/profile");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(location(in)).isEqualTo("/profile");
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(
            c ->
                c.startsWith("gaung_session=")
                    && c.contains("HttpOnly")
                    && c.contains("SameSite=Lax")
                    && c.contains("Path=/")
                    && !c.contains("Secure"));
    assertThat(browser.get("/profile").body()).contains(person.email()).contains("Staf promosi");
    assertThat(location(browser.get("/sign-in?back=/profile"))).isEqualTo("/profile");
    assertThat(location(browser.get("/sign-in?back=//evil.example"))).isEqualTo("/");
  }

  @Test
  void a_form_that_came_after_the_session_leads_back_to_its_page() {
    assertThat(sentBy("/profile?a=b")).isEqualTo("/sign-in?back=%2Fprofile%3Fa%3Db");
    for (String elsewhere : List.of("https://evil.example/profile", "//", "nonsense")) {
      assertThat(location(postFrom(elsewhere))).as(elsewhere).isEqualTo("/sign-in");
    }
    assertThat(browser.get("/sign-in?back=%2Fprofile").body())
        .contains("href=\"/practice?back=%2Fprofile\"");
    DEMO.ensure();
    for (String back : List.of("/profile?a=b", "//evil.example", "https://evil.example")) {
      HttpResponse<String> in =
          browser.post("/practice/sign-in", "role", DemoPerson.STAFF.name(), "back", back);
      assertThat(location(in)).isEqualTo(back.startsWith("/p") ? back : "/");
    }
  }

  private String sentBy(String page) {
    return location(postFrom(SERVER.uri(page).toString()));
  }

  private HttpResponse<String> postFrom(String page) {
    browser.get("/sign-in");
    return browser.send(
        "POST",
        "/profile/tokens",
        BodyPublishers.ofString("_csrf=" + browser.csrf().orElseThrow()),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Referer",
        page);
  }

  @Test
  void a_wrong_password_keeps_the_address_and_never_repeats_the_password() {
    Person person = person(Role.STAFF);
    HttpResponse<String> again = signIn(person, "rahasia sekali", "//evil.example");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("Email dan kata sandi tidak cocok")
        .contains("value=\"" + person.email() + "\"")
        .doesNotContain("rahasia sekali");
    assertThat(location(signIn(person, GOOD, "//evil.example"))).isEqualTo("/");
  }

  @Test
  void empty_fields_are_named() {
    HttpResponse<String> again = browser.post("/sign-in", "email", "", "password", "");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("href=\"#f-email\">Email: Mohon diisi.</a>")
        .contains("href=\"#f-password\">Kata sandi: Mohon diisi.</a>");
  }

  @Test
  void control_characters_are_refused_by_name_and_a_far_page_is_empty() {
    HttpResponse<String> typed =
        browser.post("/sign-in", "email", "a\u0000@contoh.go.id", "password", "x");
    assertThat(typed.statusCode()).isEqualTo(422);
    assertThat(typed.body()).contains("href=\"#f-email\"");

    signIn(person(Role.ADMIN), GOOD, "/");
    for (String people : List.of("/people", "/api/v1/people")) {
      assertThat(browser.get(people + "?q=%00").statusCode()).isEqualTo(400);
      for (String page : List.of("2147483647", "0", "-2147483648")) {
        assertThat(browser.get(people + "?page=" + page).statusCode()).as(page).isEqualTo(200);
      }
    }
    assertThat(browser.get("/api/v1/people?page=2147483647").body()).contains("\"rows\":[]");
    assertThat(browser.get("/api/v1/people?page=x").body()).contains("\"field\":\"page\"");
    HttpResponse<String> none =
        browser.json(
            "POST",
            "/api/v1/people",
            "{\"email\":\"a@contoh.go.id\",\"name\":\"A\",\"roles\":[null]}",
            "X-CSRF-Token",
            browser.csrf().orElseThrow());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("\"roles[0]\"");
  }

  @Test
  void too_many_failures_are_told_with_the_wait() {
    Person person = person(Role.STAFF);
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      assertThat(signIn(person, "wrong", "/").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> refused = signIn(person, GOOD, "/");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("15 menit").contains(person.email());
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, Throttle.WINDOW.toSeconds());
    WORLD.clock.move(Throttle.WINDOW);
    assertThat(signIn(person, GOOD, "/").statusCode()).isEqualTo(303);
  }

  @Test
  void each_sign_in_has_a_new_session_and_signing_out_ends_it() {
    Person person = person(Role.STAFF);
    signIn(person, GOOD, "/");
    String first = session();
    signIn(person, GOOD, "/");
    String second = session();
    assertThat(second).isNotEqualTo(first);
    assertThat(me("gaung_session=" + first).statusCode()).isEqualTo(401);
    assertThat(me("gaung_session=" + second).statusCode()).isEqualTo(200);
    HttpResponse<String> out = browser.post("/sign-out");
    assertThat(location(out)).isEqualTo("/sign-in");
    assertThat(browser.get("/sign-in").body()).contains("Anda sudah keluar.");
    assertThat(me("gaung_session=" + second).statusCode()).isEqualTo(401);
  }

  @Test
  void a_bad_cookie_is_nobody() {
    assertThat(me("gaung_session=nonsense").statusCode()).isEqualTo(401);
    assertThat(browser.get("/sign-in", "Cookie", "gaung_session=nonsense").statusCode())
        .isEqualTo(200);
  }

  @Test
  void opening_a_link_spends_nothing_and_its_button_signs_in_once() {
    Person person = person(Role.CREATOR);
    String path = WORLD.links.create(IdentityWorld.SYSTEM, person.id()).address().getPath();
    assertThat(browser.send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
    assertThat(browser.get(path).body()).contains(person.name()).contains("<form method=\"post\"");
    assertThat(browser.get(path).statusCode()).isEqualTo(200);
    assertThat(browser.cookie("gaung_session")).isEmpty();
    HttpResponse<String> in = browser.post(path);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(browser.get("/profile").body()).contains(person.email());
    Browser later = SERVER.browser();
    for (HttpResponse<String> again : List.of(later.get(path), later.post(path))) {
      assertThat(again.statusCode()).isEqualTo(410);
      assertThat(again.body()).contains("sudah dipakai").contains("/sign-in\"");
    }
    assertThat(later.cookie("gaung_session")).isEmpty();
  }

  @Test
  void an_expired_or_unknown_link_says_what_to_do() {
    Person person = person(Role.CREATOR);
    String path = WORLD.links.create(IdentityWorld.SYSTEM, person.id()).address().getPath();
    WORLD.clock.move(SignInLinks.LASTS);
    assertThat(browser.get(path).body()).contains("sudah tidak berlaku").contains("mintalah");
    assertThat(browser.get("/sign-in/link/x%22y").statusCode()).isEqualTo(410);
    assertThat(browser.get("/sign-in/link/x").body()).contains("tidak dikenal");
  }

  @Test
  void in_practice_one_button_signs_in_as_each_role() throws Exception {
    DEMO.ensure();
    HttpResponse<String> page = browser.get("/practice");
    assertThat(page.body()).contains("href=\"/reports/2026-W47\"").contains("Kepala bidang");
    for (DemoPerson demo : DemoPerson.values()) {
      assertThat(page.body()).contains("name=\"role\" value=\"" + demo.name() + "\"");
      assertThat(browser.post("/practice/sign-in", "role", demo.name()).statusCode())
          .isEqualTo(303);
      JsonNode me = JSON.readTree(browser.get("/api/v1/me").body());
      assertThat(me.get("email").asText()).isEqualTo(demo.email());
      assertThat(me.get("roles").get(0).asText()).isEqualTo(demo.role().name());
    }
    assertThat(browser.post("/practice/sign-in", "role", "KING").statusCode()).isEqualTo(422);
  }

  @Test
  void in_production_there_is_no_such_page() throws Exception {
    WebServer production =
        WebServer.with(List.of("identity"), false, jersey -> WORLD.feature(false).register(jersey));
    production.start();
    try {
      Browser visitor = production.browser();
      assertThat(visitor.get("/practice").statusCode()).isEqualTo(404);
      assertThat(visitor.post("/practice/sign-in", "role", "ADMIN").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/sign-in").body()).doesNotContain("/practice");
      assertThatThrownBy(() -> WORLD.feature(false).entryWithoutSecret())
          .isInstanceOf(IllegalStateException.class);
    } finally {
      production.stop();
    }
  }

  private String session() {
    return browser.cookie("gaung_session").orElseThrow().getValue();
  }

  @Test
  void who_may_not_read_reports_is_not_sent_to_one_from_the_practice_page() {
    DEMO.ensure();
    assertThat(browser.get("/practice").body()).contains("/reports/2026-W47");
    browser.post("/practice/sign-in", "role", DemoPerson.OBSERVER.name(), "back", "/");
    assertThat(browser.get("/practice").body()).contains("/reports/2026-W47");
    browser.post("/practice/sign-in", "role", DemoPerson.CREATOR.name(), "back", "/");
    assertThat(browser.get("/practice").body()).doesNotContain("/reports/");
  }
}
