package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages about people, profiles and tokens, over HTTP. */
class IdentityPagesTest extends IdentityDoors {

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
        .contains("Profile saved.");
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
        .as("a role keeps on one line")
        .contains("Staf\u00a0promosi, Juri");
    Person person = WORLD.people.findByEmail(email).orElseThrow();
    String path = "/people/" + person.id();
    assertThat(browser.get(path).body()).contains("name=\"version\" value=\"0\"");
    HttpResponse<String> saved =
        browser.post(path, "name", "Siti", "roles", "STAFF", "version", "0");
    assertThat(location(saved)).isEqualTo(path);
    HttpResponse<String> stale =
        browser.post(path, "name", "Tati", "roles", "ADMIN", "version", "0");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("value=\"Tati\"")
        .contains("Data ini sudah berubah sejak Anda membukanya");
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
    assertThat(page.select(".stored").eachText())
        .containsExactlyInAnyOrder(
            "Sekarang tersimpan: Siti Aminah",
            "Sekarang tersimpan: Staf promosi: menyusun, mengundang, meninjau Juri: belum ada tugas");
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

  private Person signedIn(Role... roles) {
    Person person = person(roles);
    assertThat(signIn(person, GOOD, "/").statusCode()).isEqualTo(303);
    return person;
  }
}
