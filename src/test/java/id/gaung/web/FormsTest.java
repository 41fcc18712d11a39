package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the web promises to those who send a form, over HTTP: tokens, files, sizes. */
class FormsTest extends WebFixture {

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
}
