package id.gaung.sandbox;

import static id.gaung.sandbox.PracticeNetwork.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstagramSandboxTest {

  private static final PracticeWorld WORLD = new PracticeWorld();
  private static final String CALLBACK = "http://localhost:8080/channels/oauth/instagram/callback";
  private static final String SCOPES =
      "instagram_business_basic,instagram_business_content_publish,"
          + "instagram_business_manage_insights";
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  private static HttpServer files;

  private PracticeAccount account;
  private String token;

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
    WORLD.accounts.ensureInstagramApp("app", "secret");
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
    WORLD.close();
    files.stop(0);
  }

  @Test
  void the_code_comes_back_with_its_tail_and_works_once() throws IOException {
    String location = decide("allow", SCOPES).header("Location");
    assertThat(location).startsWith(CALLBACK + "?code=").endsWith("#_");
    String code = code(location);

    JsonNode granted = redeem(code).json().path("data").path(0);
    assertThat(granted.path("user_id").asText()).isEqualTo(account.remoteId());
    Reply again = redeem(code);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("error_type").asText()).isEqualTo("OAuthException");
    assertThat(again.json().path("error_message").asText()).contains("already used");
  }

  @Test
  void the_authorize_page_asks_and_a_person_may_refuse() throws IOException {
    Reply page = WORLD.send(WORLD.request(INSTAGRAM, "/www/oauth/authorize?" + asked(SCOPES)));
    assertThat(page.text())
        .contains("Izinkan", account.handle(), "action=\"/www/oauth/authorize\"");
    assertThat(decide("deny", SCOPES).header("Location"))
        .contains("error=access_denied", "error_reason=user_denied");
  }

  @Test
  void a_short_token_lives_an_hour_and_is_exchanged_for_sixty_days() throws IOException {
    String shortToken = shortToken(SCOPES);
    Reply exchanged = longToken(shortToken);
    assertThat(exchanged.json().path("expires_in").asLong()).isEqualTo(5_184_000);

    WORLD.clock.move(Duration.ofHours(1));
    refused(longToken(shortToken), 190, 463);
  }

  @Test
  void a_long_token_is_refreshed_after_a_day_and_dead_after_sixty() throws IOException {
    assertThat(refresh().status()).isEqualTo(400);

    WORLD.clock.move(Duration.ofHours(24));
    String refreshed = refresh().json().path("access_token").asText();
    assertThat(refreshed).isNotEqualTo(token);

    WORLD.clock.move(Duration.ofDays(59));
    refused(get("/v25.0/me"), 190, 463);
    token = refreshed;
    assertThat(get("/v25.0/me").status()).isEqualTo(200);
  }

  @Test
  void an_unknown_and_a_missing_token_are_refused() throws IOException {
    String good = token;
    token = "IGAAunknown";
    refused(get("/v25.0/me"), 190, 0);
    refused(WORLD.send(WORLD.request(INSTAGRAM, "/v25.0/me")), 2500, 0);
    token = good;
  }

  @Test
  void me_gives_the_fields_asked_and_tells_the_usage() throws IOException {
    Reply reply =
        get("/graph/v25.0/me?fields=user_id,username,account_type,followers_count,media_count");

    assertThat(reply.json().path("user_id").asText()).isEqualTo(account.remoteId());
    assertThat(reply.json().path("username").asText()).isEqualTo(account.handle());
    assertThat(reply.json().path("followers_count").asLong()).isEqualTo(2000);
    assertThat(reply.json().has("name")).isFalse();
    String avatar =
        URI.create(
                get("/v25.0/me?fields=profile_picture_url")
                    .json()
                    .path("profile_picture_url")
                    .asText())
            .getPath();
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, avatar)).header("Content-Type"))
        .isEqualTo("image/png");
    assertThat(reply.header("X-Business-Use-Case-Usage"))
        .contains(account.remoteId(), "\"type\":\"instagram\"", "\"call_count\":0");
    refused(get("/v25.0/me?fields=shoe_size"), 100, 0);
  }

  @Test
  void a_picture_goes_from_container_to_post() throws IOException {
    String container = container("/good.jpg", "Kopi #baru");
    assertThat(status(container)).isEqualTo("IN_PROGRESS");
    refused(publish(container), 9007, 2207027);

    WORLD.clock.move(Duration.ofSeconds(2));
    assertThat(status(container)).isEqualTo("FINISHED");
    String media = published(container);
    assertThat(status(container)).isEqualTo("PUBLISHED");

    JsonNode read =
        get("/v25.0/" + media + "?fields=id,permalink,shortcode,timestamp,media_type,caption")
            .json();
    assertThat(read.path("caption").asText()).isEqualTo("Kopi #baru");
    assertThat(read.path("media_type").asText()).isEqualTo("IMAGE");
    assertThat(read.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\+0000");
    String path = URI.create(read.path("permalink").asText()).getPath();
    assertThat(path).isEqualTo("/p/" + read.path("shortcode").asText() + "/");
    Reply page = WORLD.send(WORLD.request(INSTAGRAM, path));
    assertThat(page.text()).contains("Kopi #baru", "alt=\"Cangkir\"", "Jaringan latihan");
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, "/" + account.handle() + "/")).text())
        .contains("Kopi #baru");
  }

  @Test
  void pictures_instagram_would_refuse_are_refused_with_its_codes() throws IOException {
    refused(create("/missing.jpg", "x"), 9004, 2207052);
    refused(create("/page.html", "x"), 9004, 2207052);
    refused(create("/large.jpg", "x"), 36000, 2207004);
    refused(create("/picture.png", "x"), 36001, 2207005);
    refused(create("/wide.jpg", "x"), 36003, 2207009);
    refused(create("/good.jpg", "x".repeat(2201)), 36004, 2207010);
    refused(create("/good.jpg", "#a ".repeat(31)), 100, 2207040);
    refused(form("/v25.0/me/media", Map.of("caption", "no picture")), 100, 0);
  }

  @Test
  void a_carousel_waits_for_its_children() throws IOException {
    String first = item();
    String second = item();
    refused(carousel(first + "," + second), 9007, 2207027);

    WORLD.clock.move(Duration.ofSeconds(2));
    refused(carousel(first), 100, 2207028);
    String parent = carousel(first + "," + second).json().path("id").asText();
    WORLD.clock.move(Duration.ofSeconds(2));
    String media = published(parent);

    assertThat(get("/v25.0/" + media + "?fields=media_type").json().path("media_type").asText())
        .isEqualTo("CAROUSEL_ALBUM");
    refused(publish(first), 100, 2207037);
  }

  @Test
  void a_container_expires_after_a_day() throws IOException {
    String container = container("/good.jpg", "late");
    WORLD.clock.move(Duration.ofHours(24));

    assertThat(status(container)).isEqualTo("EXPIRED");
    refused(publish(container), -2, 2207020);
  }

  @Test
  void a_container_may_fail_or_be_slow() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.CONTAINER_ERROR).times(1));
    String failed = container("/good.jpg", "failed");
    WORLD.clock.move(Duration.ofSeconds(2));
    assertThat(status(failed)).isEqualTo("ERROR");

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.SLOW_MEDIA).amount(60_000).times(1));
    String slow = container("/good.jpg", "slow");
    WORLD.clock.move(Duration.ofSeconds(61));
    assertThat(status(slow)).isEqualTo("IN_PROGRESS");
    WORLD.clock.move(Duration.ofSeconds(1));
    assertThat(status(slow)).isEqualTo("FINISHED");
  }

  @Test
  void the_daily_quota_counts_posts_and_ends_at_a_hundred() throws IOException {
    String container = container("/good.jpg", "quota");
    WORLD.clock.move(Duration.ofSeconds(2));
    published(container);

    JsonNode quota =
        get("/v25.0/" + account.remoteId() + "/content_publishing_limit?fields=quota_usage,config")
            .json()
            .path("data")
            .path(0);
    assertThat(quota.path("quota_usage").asInt()).isEqualTo(1);
    assertThat(quota.path("config").path("quota_total").asInt()).isEqualTo(100);

    // Meta leaves open what a repeated publish does; here each makes a post.
    for (int i = 1; i < 100; i++) {
      published(container);
    }
    refused(publish(container), 9, 2207042);
    assertThat(WORLD.posts.duplicates(INSTAGRAM))
        .contains(new Arrival(account.handle(), "quota", 100));
  }

  @Test
  void posts_are_listed_newest_first_within_a_time() throws IOException {
    String first = post("pertama");
    long between = WORLD.clock.instant().plusSeconds(1).getEpochSecond();
    String second = post("kedua");
    String path = "/v25.0/" + account.remoteId() + "/media?fields=id,caption";

    assertThat(ids(get(path))).isEqualTo(second + "," + first);
    assertThat(ids(get(path + "&since=" + between))).isEqualTo(second);
    assertThat(ids(get(path + "&until=" + between))).isEqualTo(first);
    Reply page = get(path + "&limit=1");
    String after = page.json().path("paging").path("cursors").path("after").asText();
    assertThat(ids(get(path + "&limit=1&after=" + after))).isEqualTo(first);
  }

  @Test
  void insights_are_empty_at_first_and_one_wrong_name_fails_all() throws IOException {
    String media = post("insights");
    String path = "/v25.0/" + media + "/insights?metric=views,reach,likes,comments,saved,shares";
    assertThat(get(path).json().path("data")).isEmpty();

    WORLD.clock.move(Duration.ofDays(3));
    Map<String, Long> values =
        StreamSupport.stream(get(path).json().path("data").spliterator(), false)
            .collect(
                Collectors.toMap(
                    metric -> metric.path("name").asText(),
                    metric -> metric.path("values").path(0).path("value").asLong()));
    assertThat(values).hasSize(6);
    assertThat(values.get("reach")).isPositive().isLessThanOrEqualTo(values.get("views"));
    assertThat(values.get("likes")).isLessThanOrEqualTo(values.get("reach"));
    refused(get(path + ",impressions"), 100, 0);
  }

  @Test
  void a_missing_permission_is_code_10() throws IOException {
    token = longToken(shortToken("instagram_business_basic")).json().path("access_token").asText();
    refused(create("/good.jpg", "x"), 10, 0);
  }

  @Test
  void strangers_objects_do_not_exist() throws IOException {
    String media = post("mine");
    account = WORLD.account(INSTAGRAM);
    token = longToken(shortToken(SCOPES)).json().path("access_token").asText();

    refused(get("/v25.0/" + media + "?fields=id"), 100, 33);
    refused(get("/v25.0/" + media + "/insights?metric=views"), 100, 33);
  }

  @Test
  void a_lost_answer_leaves_the_post_and_a_published_container_behind() throws IOException {
    String container = container("/good.jpg", "hilang");
    WORLD.clock.move(Duration.ofSeconds(2));
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.LOST_ANSWER).times(1));

    assertThatThrownBy(() -> publish(container)).isInstanceOf(IOException.class);

    assertThat(status(container)).isEqualTo("PUBLISHED");
    assertThat(ids(get("/v25.0/" + account.remoteId() + "/media"))).isNotEmpty();
  }

  @Test
  void faults_answer_in_the_graphs_words() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.RATE_LIMIT_429).amount(1140).times(1));
    Reply limited = get("/v25.0/me");
    refused(limited, 80002, 0);
    assertThat(limited.header("X-Business-Use-Case-Usage"))
        .contains(account.remoteId(), "\"estimated_time_to_regain_access\":19");

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.HTTP_500).times(1));
    assertThat(get("/v25.0/me").status()).isEqualTo(500);

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.TOKEN_EXPIRED).times(1));
    refused(get("/v25.0/me"), 190, 463);

    WORLD.faults.expireTokens(INSTAGRAM, account.handle());
    refused(get("/v25.0/me"), 190, 460);
  }

  @Test
  void index_lag_keeps_a_new_post_off_the_list_but_not_away() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.INDEX_LAG).amount(30_000).times(1));
    String media = post("lambat");
    String list = "/v25.0/" + account.remoteId() + "/media";

    assertThat(ids(get(list))).isEmpty();
    assertThat(get("/v25.0/" + media).status()).isEqualTo(200);
    WORLD.clock.move(Duration.ofSeconds(30));
    assertThat(ids(get(list))).isEqualTo(media);
  }

  @Test
  void a_deleted_post_does_not_exist() throws IOException {
    String media = post("hapus");
    assertThat(WORLD.faults.deletePost(INSTAGRAM, media)).isTrue();
    refused(get("/v25.0/" + media + "?fields=id"), 100, 33);
  }

  @Test
  void the_token_may_be_a_parameter_instead_of_a_header() throws IOException {
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, "/v25.0/me?access_token=" + token)).status())
        .isEqualTo(200);
  }

  // What the tests speak with.

  private static void refused(Reply reply, int code, int subcode) {
    JsonNode error = reply.json().path("error");
    assertThat(error.path("code").asInt()).as(reply.text()).isEqualTo(code);
    assertThat(error.path("error_subcode").asInt()).as(reply.text()).isEqualTo(subcode);
    assertThat(reply.status()).isEqualTo(400);
  }

  private static String asked(String scopes) {
    return PracticeWorld.form(
        new TreeMap<>(
            Map.of(
                "response_type", "code",
                "client_id", "app",
                "redirect_uri", CALLBACK,
                "scope", scopes,
                "state", "s")));
  }

  private Reply decide(String decision, String scopes) throws IOException {
    return WORLD.send(
        formRequest(
            "/www/oauth/authorize",
            Optional.empty(),
            asked(scopes) + "&account=" + account.handle() + "&decision=" + decision));
  }

  private static String code(String location) {
    return location.replaceAll(".*[?&]code=([^&#]+).*", "$1");
  }

  private static Reply redeem(String code) throws IOException {
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

  private String shortToken(String scopes) throws IOException {
    return redeem(code(decide("allow", scopes).header("Location")))
        .json()
        .path("data")
        .path(0)
        .path("access_token")
        .asText();
  }

  private static Reply longToken(String shortToken) throws IOException {
    return WORLD.send(
        WORLD.request(
            INSTAGRAM,
            "/graph/access_token?grant_type=ig_exchange_token&client_secret=secret&access_token="
                + shortToken));
  }

  private Reply refresh() throws IOException {
    return WORLD.send(
        WORLD.request(
            INSTAGRAM,
            "/graph/refresh_access_token?grant_type=ig_refresh_token&access_token=" + token));
  }

  private Reply get(String path) throws IOException {
    return WORLD.send(WORLD.request(INSTAGRAM, path, Optional.of(token)));
  }

  private static HttpRequest.Builder formRequest(String path, Optional<String> token, String body) {
    return WORLD
        .request(INSTAGRAM, path, token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private Reply form(String path, Map<String, String> fields) throws IOException {
    return WORLD.send(formRequest(path, Optional.of(token), PracticeWorld.form(fields)));
  }

  private static String file(String path) {
    return "http://127.0.0.1:" + files.getAddress().getPort() + path;
  }

  private Reply create(String file, String caption) throws IOException {
    return form(
        "/graph/v25.0/" + account.remoteId() + "/media",
        Map.of("image_url", file(file), "caption", caption, "alt_text", "Cangkir"));
  }

  private String container(String file, String caption) throws IOException {
    Reply created = create(file, caption);
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    return created.json().path("id").asText();
  }

  private String item() throws IOException {
    return form(
            "/v25.0/" + account.remoteId() + "/media",
            Map.of("image_url", file("/good.jpg"), "is_carousel_item", "true"))
        .json()
        .path("id")
        .asText();
  }

  private Reply carousel(String children) throws IOException {
    return form(
        "/v25.0/" + account.remoteId() + "/media",
        Map.of("media_type", "CAROUSEL", "children", children, "caption", "rangkaian"));
  }

  private String status(String container) throws IOException {
    return get("/v25.0/" + container + "?fields=status_code,status")
        .json()
        .path("status_code")
        .asText();
  }

  private Reply publish(String container) throws IOException {
    return form(
        "/v25.0/" + account.remoteId() + "/media_publish", Map.of("creation_id", container));
  }

  private String published(String container) throws IOException {
    Reply reply = publish(container);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().path("id").asText();
  }

  private String post(String caption) throws IOException {
    String container = container("/good.jpg", caption);
    WORLD.clock.move(Duration.ofSeconds(2));
    return published(container);
  }

  private static String ids(Reply list) {
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return StreamSupport.stream(list.json().path("data").spliterator(), false)
        .map(media -> media.path("id").asText())
        .collect(Collectors.joining(","));
  }
}
