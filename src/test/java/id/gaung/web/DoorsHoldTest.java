package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strange, large and repeated requests at every kind of door, over HTTP. */
class DoorsHoldTest {

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

  private static final String STALL =
      "{\"name\":\"Es\",\"opensOn\":\"2026-11-24\",\"tables\":4,\"rent\":1,\"roles\":[\"STAFF\"]}";

  private final Browser browser = SERVER.browser();

  // --- bodies

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&b=1", "email", "=1&&x", "a=%zz", "a=%",
      })
  void a_form_that_no_browser_sends_cannot_be_read(String body) {
    assertThat(form("application/x-www-form-urlencoded", body)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded; charset=nope",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=\"\"",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "*/*",
        "application/*",
        "text/plain;charset",
        "nonsense",
      })
  void a_kind_of_body_that_no_browser_sends_is_refused(String type) {
    assertThat(form(type, "a=1")).as(type).isIn(400, 403, 415).isNotEqualTo(500);
    HttpResponse<String> api =
        browser.send(
            "POST", "/api/v1/stalls", BodyPublishers.ofString(STALL), "Content-Type", type);
    assertThat(api.statusCode()).as(type).isIn(400, 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Disposition: form-data",
        "Content-Disposition: attachment; name=\"a\"",
        "Content-Disposition: form-data; name=\"a\"; creation-date=\"never\"",
        "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=nope",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-16",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: /",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: nope",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
        "Content-Disposition",
        ": x",
      })
  void a_part_that_no_browser_sends_cannot_be_read(String header) {
    String body = "--b\r\n" + header + (header.isEmpty() ? "" : "\r\n") + "\r\n1\r\n--b--\r\n";
    assertThat(form("multipart/form-data; boundary=b", body)).as(header).isIn(400, 415);
  }

  @Test
  void some_hundred_fields_and_parts_are_the_most() {
    StringBuilder fields = new StringBuilder("a=1");
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 501; i++) {
      fields.append("&a=1");
      parts.append("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n");
    }
    assertThat(form("application/x-www-form-urlencoded", fields.toString())).isEqualTo(413);
    assertThat(form("multipart/form-data; boundary=b", parts + "--b--\r\n")).isIn(400, 413);
  }

  @Test
  void a_packed_body_is_not_unfolded() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(STALL.getBytes(StandardCharsets.UTF_8));
    }
    for (String encoding : List.of("gzip", "GZIP", "deflate", "br", "gzip, gzip")) {
      HttpResponse<String> answer =
          browser.send(
              "POST",
              "/api/v1/stalls",
              BodyPublishers.ofByteArray(packed.toByteArray()),
              "Content-Type",
              "application/json",
              "Content-Encoding",
              encoding);
      assertThat(answer.statusCode()).as(encoding).isEqualTo(415);
    }
  }

  @Test
  void json_of_many_unknown_keys_or_deep_nesting_gets_a_small_answer() {
    StringBuilder many = new StringBuilder("{\"x\":1");
    for (int i = 0; i < 5000; i++) {
      many.append(",\"k").append(i).append("\":1");
    }
    for (String body :
        List.of(
            many + "}",
            "[".repeat(30_000),
            "{\"a\":".repeat(9000),
            "{\"" + "n".repeat(60_000) + "\":1}",
            "{\"tables\":" + "9".repeat(60_000) + "}")) {
      HttpResponse<String> answer = json(body);
      assertThat(answer.statusCode()).isIn(400, 422);
      assertThat(answer.body().length()).isLessThan(20_000);
    }
  }

  @Test
  void more_slow_senders_than_threads_shut_nobody_out() throws Exception {
    URI at = SERVER.uri("/");
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 1100; i++) {
        Socket socket = new Socket(at.getHost(), at.getPort());
        slow.add(socket);
        String head =
            "POST /stalls HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\na";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(browser.get("/stalls").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_body_that_dribbles_is_given_up_and_time_of_our_own_does_not_count() throws Exception {
    long[] now = {0};
    InputStream dribbling =
        new PacedBody(
            new InputStream() {
              @Override
              public int read() {
                now[0] += 8_000_000_000L;
                return 'a';
              }
            },
            () -> now[0]);
    dribbling.read();
    now[0] += 3_600_000_000_000L;
    assertThatThrownBy(() -> dribbling.read())
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(408));
    InputStream quick = new PacedBody(new ByteArrayInputStream(new byte[5000]), () -> now[0]);
    assertThat(quick.readAllBytes()).hasSize(5000);
  }

  @Test
  void of_forwarded_headers_only_what_the_proxy_said_stays() {
    HttpFields sent =
        HttpFields.build()
            .add("X-Forwarded-For", "1.2.3.4, " + "9".repeat(3000))
            .add("X-Forwarded-For", "5.6.7.8, 203.0.113.9")
            .add("X-Forwarded-Host", "evil.example")
            .add("X-Forwarded-Proto", "https")
            .add("Forwarded", "for=1.2.3.4")
            .add("Accept", "text/html")
            .asImmutable();
    HttpFields told = ProxyWord.said(sent, true);
    assertThat(told.getValuesList("X-Forwarded-For")).containsExactly("203.0.113.9");
    assertThat(told.getFieldNamesCollection())
        .containsExactlyInAnyOrder("X-Forwarded-For", "X-Forwarded-Proto", "Accept");
    assertThat(ProxyWord.said(sent, false).getFieldNamesCollection()).containsExactly("Accept");
    HttpFields odd = HttpFields.build().add("X-Forwarded-For", "x".repeat(3000)).asImmutable();
    assertThat(ProxyWord.said(odd, true).getFieldNamesCollection()).isEmpty();
  }

  @Test
  void who_came_second_is_told_so() {
    HttpResponse<String> second = browser.get("/api/v1/stalls/twice");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("problem.came-second").doesNotContain("duplicate key");
  }

  // --- addresses

  @Test
  void parameters_inside_a_path_are_refused_everywhere() {
    browser.get("/stalls");
    for (String path :
        List.of("/api;x/v1/stalls", "/api/v1;/stalls", "/stalls;a=b", "/api/v1/stalls/counted;x")) {
      assertThat(browser.json("POST", path, STALL).statusCode()).as(path).isEqualTo(400);
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(400);
    }
  }

  // --- headers

  @Test
  void every_answer_carries_the_security_headers_also_those_of_the_server_itself()
      throws Exception {
    for (String request :
        List.of(
            "GET /stalls HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /plain-servlet HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /stalls HTTP/1.1\r\nConnection: close\r\n\r\n",
            "NONSENSE\r\n\r\n",
            "GET /stalls HTTP/7.3\r\nHost: x\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
      String answer = raw(request);
      String named = request.substring(0, Math.min(40, request.length()));
      assertThat(answer).as(named).startsWith("HTTP/1.1 ");
      for (String header :
          List.of(
              "Content-Security-Policy: default-src 'none'",
              "X-Content-Type-Options: nosniff",
              "X-Frame-Options: DENY",
              "Referrer-Policy: same-origin")) {
        assertThat(answer).as(named).containsOnlyOnce(header);
      }
      assertThat(answer).doesNotContain("Server: Jetty").doesNotContain("Strict-Transport");
    }
  }

  @Test
  void under_https_cookies_belong_to_this_host_and_browsers_come_back_by_https() throws Exception {
    WebServer https =
        WebServer.with(List.of(), false, jersey -> jersey.register(new TestDoors.Pages()))
            .at("https://gaung.example");
    https.start();
    try {
      HttpResponse<String> page = https.browser().get("/stalls");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
      List<String> cookies = new ArrayList<>(page.headers().allValues("Set-Cookie"));
      String csrf = cookies.get(0).split("[=;]")[1];
      for (String[] form : new String[][] {{"/language", "to=en"}, {"/stalls/counted", "name=x"}}) {
        HttpResponse<String> done =
            https
                .browser()
                .send(
                    "POST",
                    form[0],
                    BodyPublishers.ofString("_csrf=" + csrf + "&" + form[1]),
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Cookie",
                    "__Host-gaung_csrf=" + csrf);
        assertThat(done.statusCode()).isEqualTo(303);
        cookies.addAll(done.headers().allValues("Set-Cookie"));
      }
      assertThat(cookies)
          .hasSize(3)
          .allSatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-gaung_")
                      .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax"));
    } finally {
      https.stop();
    }
  }

  @Test
  void a_csrf_token_of_another_session_is_worth_nothing() {
    browser.get("/stalls");
    String token = browser.csrf().orElseThrow();
    assertThat(sent(token, "gaung_csrf=" + token)).isEqualTo(303);
    assertThat(sent(token, "gaung_csrf=" + token + "; gaung_session=another")).isEqualTo(403);
    String planted = "A".repeat(43) + "." + "B".repeat(43);
    assertThat(sent(planted, "gaung_csrf=" + planted)).isEqualTo(403);
  }

  private int sent(String token, String cookies) {
    return SERVER
        .browser()
        .send(
            "POST",
            "/stalls/counted",
            BodyPublishers.ofString("name=x&_csrf=" + token),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            cookies)
        .statusCode();
  }

  // --- once

  @Test
  void the_same_form_sent_again_is_done_once_and_answered_the_same() {
    int before = TestDoors.Resource.MADE.get();
    String once = java.util.UUID.randomUUID().toString();
    HttpResponse<String> first = browser.post("/stalls/counted", "name", "Es", "_once", once);
    HttpResponse<String> again = browser.post("/stalls/counted", "_once", once, "name", "Es");
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().allValues("Set-Cookie")).anyMatch(c -> c.startsWith("gaung_flash="));
    assertThat(TestDoors.Resource.MADE.get()).isEqualTo(before + 1);
  }

  @Test
  void a_form_with_the_same_key_and_other_content_is_shown_again_and_asked_about() {
    String once = java.util.UUID.randomUUID().toString();
    browser.post("/stalls/counted", "name", "Es", "_once", once);
    int before = TestDoors.Resource.MADE.get();
    HttpResponse<String> other = browser.post("/stalls/counted", "name", "Teh", "_once", once);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("problem.sent-before|Teh");
    assertThat(TestDoors.Resource.MADE.get()).isEqualTo(before);
  }

  @Test
  void a_refused_form_may_be_sent_again_with_its_key() {
    String once = java.util.UUID.randomUUID().toString();
    assertThat(browser.post("/stalls/counted", "name", "", "_once", once).statusCode())
        .isEqualTo(422);
    assertThat(browser.post("/stalls/counted", "name", "Es", "_once", once).statusCode())
        .isEqualTo(303);
  }

  @Test
  void of_many_at_once_one_is_done_and_all_get_its_answer() throws Exception {
    String key = java.util.UUID.randomUUID().toString();
    int before = TestDoors.Resource.MADE.get();
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        calls.add(() -> keyed(SERVER.browser(), key, STALL));
      }
      List<String> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(answer.get().headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/json");
        answers.add(answer.get().body() + answer.get().headers().firstValue("Location"));
      }
      assertThat(answers).hasSize(24).containsOnly(answers.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(TestDoors.Resource.MADE.get()).isEqualTo(before + 1);
  }

  @Test
  void a_key_of_the_api_with_another_body_person_or_door() {
    String key = java.util.UUID.randomUUID().toString();
    int before = TestDoors.Resource.MADE.get();
    assertThat(keyed(browser, key, STALL).statusCode()).isEqualTo(201);
    HttpResponse<String> other = keyed(browser, key, STALL.replace("Es", "Teh"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("problem.key-used");
    assertThat(keyed(browser, key, STALL, "X-Role", "STAFF").statusCode()).isEqualTo(201);
    assertThat(TestDoors.Resource.MADE.get()).isEqualTo(before + 2);
    byte[] large = new byte[3_000_000];
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> photo =
          browser.send(
              "POST",
              "/api/v1/stalls/raw",
              BodyPublishers.ofByteArray(large),
              "Content-Type",
              "image/jpeg",
              "Idempotency-Key",
              key);
      assertThat(photo.body()).isEqualTo("[\"3000000\",\"" + (before + 3) + "\"]");
    }
  }

  // --- how the tests speak

  private static HttpResponse<String> keyed(
      Browser browser, String key, String body, String... more) {
    List<String> headers =
        new ArrayList<>(List.of("Content-Type", "application/json", "Idempotency-Key", key));
    headers.addAll(List.of(more));
    return browser.send(
        "POST",
        "/api/v1/stalls/counted",
        BodyPublishers.ofString(body),
        headers.toArray(String[]::new));
  }

  private HttpResponse<String> json(String body) {
    return browser.json("POST", "/api/v1/stalls", body, "Authorization", "Bearer x");
  }

  private int form(String type, String body) {
    browser.get("/stalls");
    return browser
        .send("POST", "/stalls/photo", BodyPublishers.ofString(body), "Content-Type", type)
        .statusCode();
  }

  private static String raw(String request) throws IOException {
    URI at = SERVER.uri("/");
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try {
        in.transferTo(all);
      } catch (IOException closed) {
        // What came before is the answer.
      }
      return all.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
