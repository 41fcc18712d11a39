package id.gaung.sandbox;

import static id.gaung.kernel.Nets.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** An account of the practice Instagram, pictures to fetch, and how the tests speak to it. */
@Tag("database")
abstract class InstagramPractice {

  static final PracticeWorld WORLD = PracticeWorld.shared();
  static final String CALLBACK = "http://localhost:8080/channels/oauth/instagram/callback";

  static final String SCOPES =
      "instagram_business_basic,instagram_business_content_publish,"
          + "instagram_business_manage_insights";
  static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  static HttpServer files;
  PracticeAccount account;
  String token;

  @BeforeAll
  static void serveFiles() throws IOException {
    files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    files.createContext(
        "/",
        exchange -> {
          byte[] content = FILES.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
          exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    files.start();
    FILES.put("/good.jpg", PracticeWorld.picture("jpg", 1080, 1350));
    FILES.put("/wide.jpg", PracticeWorld.picture("jpg", 1000, 400));
    FILES.put("/picture.png", PracticeWorld.picture("png", 100, 100));
    FILES.put("/page.html", "<html></html>".getBytes(StandardCharsets.UTF_8));
    FILES.put("/large.jpg", new byte[9 * 1024 * 1024]);
  }

  @BeforeEach
  void connect() throws IOException {
    WORLD.accounts.ensureApp(INSTAGRAM, "app", "secret", InstagramServer.ALL_SCOPES);
    account = WORLD.account(INSTAGRAM);
    token = longToken(shortToken(SCOPES)).json().path("access_token").asText();
    assertThat(token).startsWith("IGAA");
  }

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(INSTAGRAM);
  }

  @AfterAll
  static void close() {
    files.stop(0);
  }

  static void refused(Reply reply, int code, int subcode) {
    JsonNode error = reply.json().path("error");
    assertThat(error.path("code").asInt()).as(reply.text()).isEqualTo(code);
    assertThat(error.path("error_subcode").asInt()).as(reply.text()).isEqualTo(subcode);
    assertThat(reply.status()).isEqualTo(400);
  }

  static String asked(String scopes) {
    return PracticeWorld.form(
        new TreeMap<>(
            Map.of(
                "response_type", "code",
                "client_id", "app",
                "redirect_uri", CALLBACK,
                "scope", scopes,
                "state", "s")));
  }

  Reply decide(String decision, String scopes) throws IOException {
    return WORLD.send(
        formRequest(
            "/www/oauth/authorize",
            Optional.empty(),
            asked(scopes) + "&account=" + account.handle() + "&decision=" + decision));
  }

  static String code(String location) {
    return location.replaceAll(".*[?&]code=([^&#]+).*", "$1");
  }

  static Reply redeem(String code) throws IOException {
    return WORLD.send(
        formRequest(
            "/api/oauth/access_token",
            Optional.empty(),
            PracticeWorld.form(
                Map.of(
                    "client_id", "app",
                    "client_secret", "secret",
                    "grant_type", "authorization_code",
                    "redirect_uri", CALLBACK,
                    "code", code))));
  }

  String shortToken(String scopes) throws IOException {
    return redeem(code(decide("allow", scopes).header("Location")))
        .json()
        .path("data")
        .path(0)
        .path("access_token")
        .asText();
  }

  static Reply longToken(String shortToken) throws IOException {
    return WORLD.send(
        WORLD.request(
            INSTAGRAM,
            "/graph/access_token?grant_type=ig_exchange_token&client_secret=secret&access_token="
                + shortToken));
  }

  Reply get(String path) throws IOException {
    return WORLD.send(WORLD.request(INSTAGRAM, path, Optional.of(token)));
  }

  static HttpRequest.Builder formRequest(String path, Optional<String> token, String body) {
    return WORLD
        .request(INSTAGRAM, path, token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  Reply form(String path, Map<String, String> fields) throws IOException {
    return WORLD.send(formRequest(path, Optional.of(token), PracticeWorld.form(fields)));
  }

  static String file(String path) {
    return "http://127.0.0.1:" + files.getAddress().getPort() + path;
  }

  Reply create(String file, String caption) throws IOException {
    return form(
        "/graph/v25.0/" + account.remoteId() + "/media",
        Map.of("image_url", file(file), "caption", caption, "alt_text", "Cangkir"));
  }

  String container(String file, String caption) throws IOException {
    Reply created = create(file, caption);
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    return created.json().path("id").asText();
  }

  String status(String container) throws IOException {
    return get("/v25.0/" + container + "?fields=status_code,status")
        .json()
        .path("status_code")
        .asText();
  }
}
