package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.db.TestDatabase;
import id.gaung.demo.DemoPeople;
import id.gaung.demo.DemoPerson;
import id.gaung.demo.PracticePages;
import id.gaung.identity.ApiTokens.NewApiToken;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in and the pages about people, over HTTP. */
class IdentityPagesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final IdentityWorld WORLD = new IdentityWorld(DATABASE);

  private static final DemoPeople DEMO =
      new DemoPeople(WORLD.people, WORLD.foundation.transactions());

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("identity", "demo"),
          true,
          jersey -> {
            IdentityFeature feature = WORLD.feature(true);
            feature.register(jersey);
            jersey.register(
                new PracticePages(
                    DEMO, feature.entryWithoutSecret(), () -> Optional.of("/reports/2026-W47")));
          });

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD = "kopi susu gula aren";
  private static int made;

  private final Browser browser = SERVER.browser();

  // --- signing in and out

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

  @Test
  void the_language_can_be_changed_on_a_page_that_answers_a_form() {
    signedIn(Role.STAFF);
    for (String path : List.of("/profile/tokens", "/profile/password")) {
      for (String name : List.of("", "Skrip")) {
        HttpResponse<String> answer =
            browser.post(path, "tokenName", name, "password", "x", "_page", "/profile?a=b");
        assertThat(answer.statusCode()).isIn(201, 422);
        Document page = Jsoup.parse(answer.body());
        String back = page.select("form[action=/language] input[name=back]").val();
        assertThat(back).isEqualTo("/profile?a=b");
        assertThat(location(browser.post("/language", "to", "id", "back", back))).isEqualTo(back);
        assertThat(page.select("form[action=/language]").hasAttr("data-confirm"))
            .as("what is shown once is not closed by surprise")
            .isEqualTo(answer.statusCode() == 201);
      }
    }
    for (String foreign : List.of("//evil.example", "https://evil.example", "")) {
      Document page =
          Jsoup.parse(browser.post("/profile/tokens", "tokenName", "", "_page", foreign).body());
      assertThat(page.select("form[action=/language] input[name=back]").val()).isEqualTo("/");
    }
    assertThat(Jsoup.parse(browser.get("/profile?a=b").body()).select("input[name=_page]").val())
        .isEqualTo("/profile?a=b");
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
        .contains("Surel dan kata sandi tidak cocok")
        .contains("value=\"" + person.email() + "\"")
        .doesNotContain("rahasia sekali");
    assertThat(location(signIn(person, GOOD, "//evil.example"))).isEqualTo("/");
  }

  @Test
  void empty_fields_are_named() {
    HttpResponse<String> again = browser.post("/sign-in", "email", "", "password", "");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("href=\"#f-email\">Surel: Mohon diisi.</a>")
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
    assertThat(browser.get("/api/v1/people?page=2147483647").body()).contains("\"people\":[]");
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

  // --- links

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

  // --- API tokens

  @Test
  void a_token_is_shown_once_works_as_bearer_and_is_revoked() throws Exception {
    Person person = signedIn(Role.STAFF);
    for (String guess : new String[] {"", "not this one"}) {
      HttpResponse<String> refused =
          browser.post("/profile/tokens", "tokenName", "Impor", "tokenPassword", guess);
      assertThat(refused.statusCode()).isEqualTo(422);
    }
    HttpResponse<String> shown =
        browser.post("/profile/tokens", "tokenName", "Impor", "tokenPassword", GOOD);
    assertThat(shown.statusCode()).isEqualTo(201);
    Matcher token = Pattern.compile("value=\"(gaung_[\\w-]{43})\"").matcher(shown.body());
    assertThat(token.find()).isTrue();
    String bearer = "Bearer " + token.group(1);
    HttpResponse<String> me = SERVER.browser().get("/api/v1/me", "Authorization", bearer);
    assertThat(JSON.readTree(me.body()).get("email").asText()).isEqualTo(person.email());
    assertThat(JSON.readTree(me.body()).get("roles").get(0).asText()).isEqualTo("STAFF");
    String list = browser.get("/profile").body();
    assertThat(list).contains("Impor").doesNotContain(token.group(1));
    Matcher revoke = Pattern.compile("/profile/tokens/[0-9a-f-]+/revoke").matcher(list);
    assertThat(revoke.find()).isTrue();
    assertThat(browser.post(revoke.group()).statusCode()).isEqualTo(303);
    assertThat(SERVER.browser().get("/api/v1/me", "Authorization", bearer).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_bad_bearer_token_is_refused_even_with_a_good_cookie() {
    signedIn(Role.ADMIN);
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    HttpResponse<String> answer =
        browser.get("/api/v1/me", "Authorization", "Bearer gaung_" + "A".repeat(43));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("AAAA");
  }

  // --- profile

  @Test
  void the_profile_keeps_what_was_typed_and_follows_the_chosen_language() {
    signedIn(Role.STAFF);
    HttpResponse<String> wrong = browser.post("/profile", "name", " ", "language", "FR");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("#f-name").contains("#f-language");
    browser.post("/profile", "name", "Nama \"Baru\" <x>", "language", "EN");
    assertThat(browser.get("/profile").body())
        .contains("lang=\"en\"")
        .contains("value=\"Nama &#34;Baru&#34; &lt;x>\"")
        .contains("The profile has been saved.");
  }

  @Test
  void a_password_that_is_too_short_is_refused_with_its_limits() {
    signedIn(Role.STAFF);
    HttpResponse<String> wrong =
        browser.post(
            "/profile/password", "current", GOOD, "password", "pendek", "repeat", "pendek");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("harus 12 sampai 200").doesNotContain("pendek");
    HttpResponse<String> done =
        browser.post(
            "/profile/password",
            "current",
            GOOD,
            "password",
            "es doger di pantai",
            "repeat",
            "es doger di pantai");
    assertThat(location(done)).isEqualTo("/profile");
  }

  // --- people

  @Test
  void an_administrator_adds_edits_and_deactivates_a_person() {
    signedIn(Role.ADMIN);
    String email = "baru" + ++made + "@example.org";
    HttpResponse<String> wrong =
        browser.post("/people", "email", email, "name", "Siti <b>", "roles", "");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Siti &lt;b>\"").contains("#f-roles");
    HttpResponse<String> added =
        browser.post(
            "/people", "email", email, "name", "Siti <b>", "roles", "STAFF", "roles", "JUROR");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body())
        .contains("http://localhost:8080/sign-in/link/")
        .contains("Siti &lt;b&gt;");
    assertThat(browser.get("/people?q=" + email).body())
        .contains("Siti &lt;b&gt;")
        .contains("Staf promosi, Juri");
    Person person = WORLD.people.findByEmail(email).orElseThrow();
    String path = "/people/" + person.id();
    assertThat(browser.get(path).body()).contains("name=\"version\" value=\"0\"");
    HttpResponse<String> saved =
        browser.post(path, "name", "Siti", "roles", "STAFF", "version", "0");
    assertThat(location(saved)).isEqualTo(path);
    HttpResponse<String> stale =
        browser.post(path, "name", "Tati", "roles", "ADMIN", "version", "0");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("value=\"Tati\"").contains("Orang lain sudah mengubah");
    assertThat(browser.post(path + "/deactivate", "version", "1").statusCode()).isEqualTo(303);
    assertThat(browser.get(path).body()).contains("Nonaktif");
    HttpResponse<String> noLink = browser.post(path + "/sign-in-link");
    assertThat(noLink.statusCode()).isEqualTo(409);
    assertThat(noLink.body()).contains("value=\"Siti\"");
    assertThat(browser.post(path + "/activate", "version", "2").statusCode()).isEqualTo(303);
    assertThat(browser.post(path + "/sign-in-link").body()).contains("/sign-in/link/");
  }

  @Test
  void who_saves_a_person_second_compares_and_saves_again() {
    signIn(person(Role.ADMIN), GOOD, "/");
    Person person = person(Role.STAFF);
    String path = "/people/" + person.id();
    String read = Integer.toString(person.version());
    String[] first = {"name", "Siti Aminah", "roles", "STAFF", "roles", "JUROR", "version", read};
    assertThat(browser.post(path, first).statusCode()).isEqualTo(303);
    HttpResponse<String> second =
        browser.post(path, "name", "Siti", "roles", "STAFF", "version", read);
    assertThat(second.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(second.body());
    assertThat(page.select("#f-name").val()).isEqualTo("Siti");
    assertThat(page.select(".app-stored").eachText())
        .containsExactlyInAnyOrder(
            "Sekarang tersimpan: Siti Aminah", "Sekarang tersimpan: Staf promosi Juri");
    String newest = page.select("input[name=version]").val();
    assertThat(browser.post(path, "name", "Siti", "roles", "STAFF", "version", newest).statusCode())
        .isEqualTo(303);
    assertThat(WORLD.people.find(person.id()).orElseThrow().name()).isEqualTo("Siti");
  }

  @Test
  void the_api_does_the_same() throws Exception {
    Person admin = person(Role.ADMIN);
    String bearer = "Bearer " + WORLD.tokens.create(admin.actor(), new NewApiToken("test")).value();
    String email = "api" + ++made + "@example.org";
    HttpResponse<String> added =
        browser.json(
            "POST",
            "/api/v1/people",
            "{\"email\": \"%s\", \"name\": \"Api\", \"roles\": [\"STAFF\"]}".formatted(email),
            "Authorization",
            bearer);
    assertThat(added.statusCode()).isEqualTo(201);
    String path = location(added);
    JsonNode shown = JSON.readTree(browser.get(path, "Authorization", bearer).body());
    assertThat(shown).isEqualTo(JSON.readTree(added.body()));
    assertThat(shown.get("email").asText()).isEqualTo(email);
    HttpResponse<String> taken =
        browser.json(
            "POST",
            "/api/v1/people",
            "{\"email\": \"%s\", \"name\": \"Api\", \"roles\": [\"STAFF\"]}".formatted(email),
            "Authorization",
            bearer);
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(taken.body()).get("errors").get(0).get("field").asText())
        .isEqualTo("email");
    HttpResponse<String> edited =
        browser.json(
            "PUT",
            path,
            "{\"name\": \"Api 2\", \"roles\": [\"JUROR\"], \"version\": 0}",
            "Authorization",
            bearer);
    assertThat(JSON.readTree(edited.body()).get("roles").get(0).asText()).isEqualTo("JUROR");
    HttpResponse<String> link =
        browser.send(
            "POST", path + "/sign-in-link", BodyPublishers.noBody(), "Authorization", bearer);
    assertThat(JSON.readTree(link.body()).get("address").asText()).contains("/sign-in/link/");
    HttpResponse<String> off =
        browser.json("POST", path + "/deactivate", "{\"version\": 1}", "Authorization", bearer);
    assertThat(JSON.readTree(off.body()).get("active").asBoolean()).isFalse();
    JsonNode list =
        JSON.readTree(browser.get("/api/v1/people?q=" + email, "Authorization", bearer).body());
    assertThat(list.get("total").asInt()).isEqualTo(1);
    assertThat(browser.get("/api/v1/people/x", "Authorization", bearer).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobody_but_administrators_sees_people() {
    signedIn(Role.STAFF, Role.APPROVER, Role.OBSERVER);
    for (String path : List.of("/people", "/people/new", "/api/v1/people")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(SERVER.browser().get(path).statusCode()).as(path).isIn(303, 401);
    }
    assertThat(browser.post("/people", "name", "x").statusCode()).isEqualTo(403);
  }

  @Test
  void a_page_about_a_wrong_address_knows_its_reader() {
    Person person = signedIn(Role.STAFF);
    HttpResponse<String> page = browser.get("/nowhere");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains(person.name());
  }

  // --- practice

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

  // --- how the tests speak

  private static Person person(Role... roles) {
    return WORLD.withPassword("page" + ++made + "@example.org", GOOD, roles);
  }

  private Person signedIn(Role... roles) {
    Person person = person(roles);
    assertThat(signIn(person, GOOD, "/").statusCode()).isEqualTo(303);
    return person;
  }

  private HttpResponse<String> signIn(Person person, String password, String back) {
    WORLD.clock.move(Duration.ofSeconds(1));
    return browser.post("/sign-in", "email", person.email(), "password", password, "back", back);
  }

  private String session() {
    return browser.cookie("gaung_session").orElseThrow().getValue();
  }

  private static HttpResponse<String> me(String cookie) {
    return SERVER.browser().get("/api/v1/me", "Cookie", cookie);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
