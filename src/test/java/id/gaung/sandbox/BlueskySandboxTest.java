package id.gaung.sandbox;

import static id.gaung.sandbox.PracticeNetwork.BLUESKY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlueskySandboxTest {

  private static final PracticeWorld WORLD = new PracticeWorld();
  private static long keys;

  private PracticeAccount account;
  private JsonNode session;

  @BeforeEach
  void signIn() throws IOException {
    account = WORLD.account(BLUESKY);
    session = signIn(account.handle(), SandboxAccounts.PASSWORD).json();
  }

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(BLUESKY);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  void a_session_is_opened_with_handle_or_did_and_names_the_pds() throws IOException {
    Reply byDid = signIn(account.remoteId(), SandboxAccounts.PASSWORD);

    assertThat(byDid.status()).isEqualTo(200);
    assertThat(byDid.json().path("did").asText()).isEqualTo(account.remoteId());
    assertThat(byDid.json().path("active").asBoolean()).isTrue();
    JsonNode service = byDid.json().path("didDoc").path("service").path(0);
    assertThat(service.path("id").asText()).endsWith("#atproto_pds");
    assertThat(service.path("serviceEndpoint").asText()).isEqualTo(WORLD.uri(BLUESKY).toString());
    JsonNode claims = Jwt.claims(byDid.json().path("accessJwt").asText()).orElseThrow();
    assertThat(claims.path("exp").asLong())
        .isEqualTo(WORLD.clock.instant().plus(Duration.ofHours(2)).getEpochSecond());
  }

  @Test
  void a_wrong_password_is_refused() throws IOException {
    refused(signIn(account.handle(), "wrong"), 401, "AuthenticationRequired");
  }

  @Test
  void the_thirty_first_sign_in_within_five_minutes_is_too_many() throws IOException {
    for (int i = 1; i < 30; i++) {
      assertThat(signIn(account.handle(), SandboxAccounts.PASSWORD).status()).isEqualTo(200);
    }
    Reply last = signIn(account.handle(), SandboxAccounts.PASSWORD);
    refused(last, 429, "RateLimitExceeded");
    assertThat(last.header("Retry-After")).isEqualTo("300");

    WORLD.clock.move(Duration.ofMinutes(5));
    assertThat(signIn(account.handle(), SandboxAccounts.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void an_expired_access_token_is_400_and_a_forged_or_missing_one_is_not() throws IOException {
    Reply missing = WORLD.send(xrpc("com.atproto.server.getSession", Optional.empty()));
    refused(missing, 401, "AuthMissing");
    refused(
        WORLD.send(xrpc("com.atproto.server.getSession", Optional.of(access() + "x"))),
        400,
        "InvalidToken");
    refused(
        WORLD.send(xrpc("com.atproto.server.getSession", Optional.of(refreshToken()))),
        400,
        "InvalidToken");

    WORLD.clock.move(Duration.ofHours(2));
    refused(put(key(), post("late"), true), 400, "ExpiredToken");
  }

  @Test
  void a_spent_refresh_token_gives_the_same_next_one_for_two_hours() throws IOException {
    Reply first = refresh(refreshToken());
    assertThat(first.status()).isEqualTo(200);
    String next = jti(first.json().path("refreshJwt").asText());
    assertThat(next).isNotEqualTo(jti(refreshToken()));

    WORLD.clock.move(Duration.ofMinutes(119));
    Reply again = refresh(refreshToken());
    assertThat(jti(again.json().path("refreshJwt").asText())).isEqualTo(next);

    WORLD.clock.move(Duration.ofMinutes(2));
    refused(refresh(refreshToken()), 400, "ExpiredToken");
    assertThat(refresh(first.json().path("refreshJwt").asText()).status()).isEqualTo(200);
  }

  @Test
  void sessions_and_records_outlive_a_restart() throws IOException {
    String key = key();
    put(key, post("survives"), true);

    WORLD.restart();

    assertThat(get(key).status()).isEqualTo(200);
    assertThat(put(key, get(key).json().path("value").deepCopy(), true).status()).isEqualTo(200);
    assertThat(refresh(refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void the_same_record_put_again_is_no_commit_and_no_second_post() throws IOException {
    String key = key();
    ObjectNode record = post("once");

    Reply first = put(key, record, true);
    Reply second = put(key, record, true);

    assertThat(first.json().path("commit").path("rev").isTextual()).isTrue();
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().has("commit")).isFalse();
    assertThat(second.json().path("cid")).isEqualTo(first.json().path("cid"));
    assertThat(arrived("once")).isEqualTo(1);
  }

  @Test
  void another_record_where_none_may_be_is_an_invalid_swap() throws IOException {
    String key = key();
    put(key, post("first"), true);

    refused(put(key, post("second"), true), 400, "InvalidSwap");
    assertThat(get(key).json().path("value").path("text").asText()).isEqualTo("first");
  }

  @Test
  void without_the_swap_check_another_record_takes_its_place() throws IOException {
    String key = key();
    put(key, post("first"), true);

    assertThat(put(key, post("second"), false).status()).isEqualTo(200);
    assertThat(get(key).json().path("value").path("text").asText()).isEqualTo("second");
  }

  @Test
  void equal_puts_at_the_same_moment_make_one_post() throws Exception {
    String key = key();
    ObjectNode record = post("at once");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Integer>) () -> put(key, record, true).status())
              .toList();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(arrived("at once")).isEqualTo(1);
  }

  @Test
  void creating_a_record_under_a_taken_key_is_an_internal_error() throws IOException {
    String key = key();
    ObjectNode body = body(key, post("taken"));

    assertThat(write("createRecord", body).status()).isEqualTo(200);
    refused(write("createRecord", body), 500, "InternalServerError");
    assertThat(arrived("taken")).isEqualTo(1);
  }

  @Test
  void a_record_created_without_a_key_gets_a_tid() throws IOException {
    ObjectNode body = body("", post("keyless"));
    body.remove("rkey");

    String uri = write("createRecord", body).json().path("uri").asText();

    assertThat(PracticeTid.isTid(uri.substring(uri.lastIndexOf('/') + 1))).isTrue();
  }

  @Test
  void a_key_that_is_no_tid_is_refused() throws IOException {
    refused(put("my-post", post("key"), true), 400, "InvalidRequest");
  }

  @Test
  void texts_are_held_to_300_graphemes_not_characters() throws IOException {
    assertThat(put(key(), post("🇮🇩".repeat(300)), true).status()).isEqualTo(200);
    refused(put(key(), post("a".repeat(301)), true), 400, "InvalidRequest");
    refused(put(key(), post("👨‍👩‍👧‍👦".repeat(130)), true), 400, "InvalidRequest");
  }

  @Test
  void facets_must_lie_within_the_texts_bytes() throws IOException {
    ObjectNode good = post("é #kopi");
    facet(good, 3, 8);
    ObjectNode bad = post("é #kopi");
    facet(bad, 3, 9);

    assertThat(put(key(), good, true).status()).isEqualTo(200);
    refused(put(key(), bad, true), 400, "InvalidRequest");
  }

  @Test
  void a_picture_is_uploaded_shown_and_served() throws IOException {
    byte[] picture = PracticeWorld.picture("jpg", 120, 90);
    JsonNode blob = upload(picture).json().path("blob");
    assertThat(blob.path("ref").path("$link").asText()).startsWith("bafkrei");
    assertThat(upload(picture).json().path("blob")).isEqualTo(blob);
    String key = key();
    ObjectNode record = post("with a picture");
    images(record, List.of(blob));

    assertThat(put(key, record, true).status()).isEqualTo(200);

    Reply page =
        WORLD.send(WORLD.request(BLUESKY, "/profile/" + account.handle() + "/post/" + key));
    assertThat(page.text())
        .contains("with a picture", "alt=\"Cangkir &#34;merah&#34;\"", "Jaringan latihan");
    String src = page.text().replaceAll("(?s).*<img src=\"([^\"]+)\".*", "$1");
    assertThat(WORLD.send(WORLD.request(BLUESKY, src)).response().body()).isEqualTo(picture);
  }

  @Test
  void unknown_wrong_and_too_many_pictures_are_refused() throws IOException {
    ObjectNode blob = upload(PracticeWorld.picture("jpg", 10, 10)).json().path("blob").deepCopy();
    ObjectNode five = post("five");
    images(five, List.of(blob, blob, blob, blob, blob));
    refused(put(key(), five, true), 400, "InvalidRequest");

    ObjectNode wrongSize = post("size");
    images(wrongSize, List.of(blob.deepCopy().put("size", 1)));
    refused(put(key(), wrongSize, true), 400, "InvalidSize");

    ObjectNode wrongType = post("type");
    images(wrongType, List.of(blob.deepCopy().put("mimeType", "image/png")));
    refused(put(key(), wrongType, true), 400, "InvalidMimeType");

    ObjectNode unknown = post("unknown");
    ObjectNode other = blob.deepCopy();
    other.putObject("ref").put("$link", Cid.ofBlob(new byte[] {1}));
    images(unknown, List.of(other));
    refused(put(key(), unknown, true), 400, "BlobNotFound");
  }

  @Test
  void an_upload_no_post_shows_is_gone_after_some_hours() throws IOException {
    JsonNode blob = upload(PracticeWorld.picture("jpg", 11, 10)).json().path("blob");
    WORLD.clock.move(Duration.ofHours(7));
    session = signIn(account.handle(), SandboxAccounts.PASSWORD).json();
    ObjectNode record = post("late picture");
    images(record, List.of(blob));

    refused(put(key(), record, true), 400, "BlobNotFound");
    upload(PracticeWorld.picture("jpg", 11, 10));
    assertThat(put(key(), record, true).status()).isEqualTo(200);
  }

  @Test
  void get_posts_omits_what_the_index_does_not_know_yet_and_what_is_deleted() throws IOException {
    String key = key();
    String uri = put(key, post("indexed"), true).json().path("uri").asText();
    assertThat(getPosts(List.of(uri)).json().path("posts")).isEmpty();
    assertThat(get(key).status()).isEqualTo(200);

    WORLD.clock.move(Duration.ofSeconds(1));
    JsonNode posts = getPosts(List.of(uri, uri)).json().path("posts");
    assertThat(posts).hasSize(1);
    assertThat(posts.path(0).path("likeCount").isIntegralNumber()).isTrue();
    assertThat(posts.path(0).path("record").path("text").asText()).isEqualTo("indexed");

    assertThat(delete(key).json().has("commit")).isTrue();
    Reply again = delete(key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEmpty();
    assertThat(getPosts(List.of(uri)).json().path("posts")).isEmpty();
    refused(get(key), 400, "RecordNotFound");
  }

  @Test
  void get_posts_takes_25_and_refuses_the_batch_for_one_bad_uri() throws IOException {
    List<String> uris =
        IntStream.range(0, 26).mapToObj(i -> "at://did:plc:x/app.bsky.feed.post/k" + i).toList();

    assertThat(getPosts(uris.subList(0, 25)).status()).isEqualTo(200);
    refused(getPosts(uris), 400, "InvalidRequest");
    refused(getPosts(List.of(uris.get(0), "https://bsky.app/x")), 400, "InvalidRequest");
  }

  @Test
  void records_are_listed_newest_first_by_pages() throws IOException {
    for (String text : List.of("one", "two", "three")) {
      put(key(), post(text), true);
    }
    String path =
        "com.atproto.repo.listRecords?collection=app.bsky.feed.post&limit=2&repo="
            + account.remoteId();

    JsonNode first = WORLD.send(xrpc(path, Optional.empty())).json();
    JsonNode second =
        WORLD
            .send(xrpc(path + "&cursor=" + first.path("cursor").asText(), Optional.empty()))
            .json();

    assertThat(first.path("records").findValuesAsText("text")).containsExactly("three", "two");
    assertThat(second.path("records").findValuesAsText("text")).containsExactly("one");
  }

  @Test
  void profiles_and_handles_are_told() throws IOException {
    JsonNode profile =
        WORLD
            .send(xrpc("app.bsky.actor.getProfile?actor=" + account.handle(), Optional.empty()))
            .json();
    assertThat(profile.path("followersCount").asLong()).isEqualTo(2000);

    JsonNode did =
        WORLD
            .send(
                xrpc(
                    "com.atproto.identity.resolveHandle?handle=" + account.handle(),
                    Optional.empty()))
            .json();
    assertThat(did.path("did").asText()).isEqualTo(account.remoteId());
    refused(
        WORLD.send(xrpc("com.atproto.identity.resolveHandle?handle=nobody.test", Optional.empty())),
        400,
        "InvalidRequest");
  }

  @Test
  void nobody_writes_into_a_strangers_repository() throws IOException {
    ObjectNode body = body(key(), post("foreign"));
    body.put("repo", WORLD.account(BLUESKY).remoteId());

    refused(write("putRecord", body), 401, "AuthenticationRequired");
  }

  @Test
  void writes_tell_the_rate_limit_and_an_unknown_method_is_501() throws IOException {
    Reply reply = put(key(), post("limits"), true);
    assertThat(reply.header("RateLimit-Limit")).isEqualTo("5000");
    assertThat(reply.header("RateLimit-Remaining")).isEqualTo("4998");
    assertThat(reply.header("RateLimit-Policy")).isEqualTo("5000;w=3600");
    assertThat(reply.header("RateLimit-Reset"))
        .isEqualTo(Long.toString(WORLD.clock.instant().plus(Duration.ofHours(1)).getEpochSecond()));
    refused(WORLD.send(xrpc("app.bsky.nothing", Optional.empty())), 501, "MethodNotImplemented");
  }

  @Test
  void a_lost_answer_leaves_the_post_behind_once() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.LOST_ANSWER).times(1));
    String key = key();
    ObjectNode record = post("lost answer");

    assertThatThrownBy(() -> put(key, record, true)).isInstanceOf(IOException.class);
    assertThat(get(key).status()).isEqualTo(200);
    Reply again = put(key, record, true);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().has("commit")).isFalse();
    assertThat(arrived("lost answer")).isEqualTo(1);
  }

  @Test
  void faults_answer_in_blueskys_words() throws IOException {
    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.RATE_LIMIT_429)
            .amount(42)
            .times(1)
            .account(account.handle()));
    Reply limited = put(key(), post("fault"), true);
    refused(limited, 429, "RateLimitExceeded");
    assertThat(limited.header("Retry-After")).isEqualTo("42");
    assertThat(limited.header("RateLimit-Remaining")).isEqualTo("0");

    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.HTTP_500).times(1).on(FaultScope.PUBLISHING));
    assertThat(get(key()).status()).isEqualTo(400);
    refused(put(key(), post("fault"), true), 500, "InternalServerError");

    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.TOKEN_EXPIRED).times(1));
    refused(put(key(), post("fault"), true), 400, "ExpiredToken");
    assertThat(put(key(), post("after the faults"), true).status()).isEqualTo(200);
    assertThat(arrived("fault")).isZero();
  }

  @Test
  void expired_tokens_are_mended_by_a_refresh() throws IOException {
    WORLD.faults.expireTokens(BLUESKY, account.handle());

    refused(put(key(), post("old token"), true), 400, "ExpiredToken");
    session = refresh(refreshToken()).json();
    assertThat(put(key(), post("new token"), true).status()).isEqualTo(200);
  }

  @Test
  void a_fault_for_one_account_leaves_the_others_alone() throws IOException {
    WORLD.faults.switchOn(
        NewFault.of(BLUESKY, FaultKind.HTTP_500).account(WORLD.account(BLUESKY).handle()));

    assertThat(put(key(), post("unharmed"), true).status()).isEqualTo(200);
  }

  @Test
  void a_fault_is_switched_off_and_outlives_a_restart_until_then() throws IOException {
    long id = WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.HTTP_500));
    WORLD.restart();
    assertThat(put(key(), post("off"), true).status()).isEqualTo(500);

    WORLD.faults.switchOff(id);
    assertThat(put(key(), post("off"), true).status()).isEqualTo(200);
  }

  @Test
  void a_probable_fault_strikes_about_as_often_as_it_says() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.HTTP_500).probability(0.5));
    int struck = 0;
    for (int i = 0; i < 60; i++) {
      struck += get(key()).status() == 500 ? 1 : 0;
    }
    assertThat(struck).isBetween(15, 45);
  }

  @Test
  void a_slow_answer_comes_late_but_comes() throws IOException {
    WORLD.faults.switchOn(NewFault.slow(BLUESKY, Duration.ofMillis(300)).times(1));
    long before = System.nanoTime();

    assertThat(put(key(), post("slow"), true).status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void index_lag_delays_what_get_posts_knows() throws IOException {
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.INDEX_LAG).amount(60_000));
    String uri = put(key(), post("lagging"), true).json().path("uri").asText();

    WORLD.clock.move(Duration.ofSeconds(60));
    assertThat(getPosts(List.of(uri)).json().path("posts")).isEmpty();
    WORLD.clock.move(Duration.ofSeconds(1));
    assertThat(getPosts(List.of(uri)).json().path("posts")).hasSize(1);
  }

  @Test
  void a_post_can_be_deleted_on_the_networks_side() throws IOException {
    String key = key();
    String uri = put(key, post("moderated"), true).json().path("uri").asText();

    assertThat(WORLD.faults.deletePost(BLUESKY, uri)).isTrue();

    refused(get(key), 400, "RecordNotFound");
    Reply page =
        WORLD.send(WORLD.request(BLUESKY, "/profile/" + account.handle() + "/post/" + key));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("sudah dihapus");
  }

  @Test
  void a_record_without_text_or_with_a_bad_time_is_refused() throws IOException {
    ObjectNode noText = post("x");
    noText.remove("text");
    ObjectNode badTime = post("x").put("createdAt", "24 November");

    refused(put(key(), noText, true), 400, "InvalidRequest");
    refused(put(key(), badTime, true), 400, "InvalidRequest");
  }

  // What the tests speak with.

  private static void refused(Reply reply, int status, String name) {
    assertThat(reply.json().path("error").asText()).as(reply.text()).isEqualTo(name);
    assertThat(reply.status()).isEqualTo(status);
  }

  private static Reply signIn(String identifier, String password) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.server.createSession", Optional.empty())
            .header("Content-Type", "application/json")
            .POST(
                PracticeWorld.json(
                    PracticeJson.object()
                        .put("identifier", identifier)
                        .put("password", password))));
  }

  private static Reply refresh(String token) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.server.refreshSession", Optional.of(token))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static HttpRequest.Builder xrpc(String method, Optional<String> token) {
    return WORLD.request(BLUESKY, "/xrpc/" + method, token);
  }

  private String access() {
    return session.path("accessJwt").asText();
  }

  private String refreshToken() {
    return session.path("refreshJwt").asText();
  }

  private static String jti(String token) {
    return Jwt.claims(token).orElseThrow().path("jti").asText();
  }

  private static String key() {
    return PracticeTid.at(WORLD.clock.instant().plusNanos(1000L * keys++), 7);
  }

  private static ObjectNode post(String text) {
    return PracticeJson.object()
        .put("$type", "app.bsky.feed.post")
        .put("text", text)
        .put("createdAt", "2026-11-24T02:00:00.000Z");
  }

  private static void facet(ObjectNode record, int start, int end) {
    ObjectNode facet = record.putArray("facets").addObject();
    facet.putObject("index").put("byteStart", start).put("byteEnd", end);
    facet
        .putArray("features")
        .addObject()
        .put("$type", "app.bsky.richtext.facet#tag")
        .put("tag", "kopi");
  }

  private static void images(ObjectNode record, List<JsonNode> blobs) {
    var images = record.putObject("embed").put("$type", "app.bsky.embed.images").putArray("images");
    blobs.forEach(blob -> images.addObject().put("alt", "Cangkir \"merah\"").set("image", blob));
  }

  private ObjectNode body(String key, ObjectNode record) {
    ObjectNode body =
        PracticeJson.object()
            .put("repo", account.remoteId())
            .put("collection", "app.bsky.feed.post")
            .put("rkey", key);
    body.set("record", record);
    return body;
  }

  private Reply put(String key, ObjectNode record, boolean mustBeNew) throws IOException {
    ObjectNode body = body(key, record);
    return write("putRecord", mustBeNew ? body.putNull("swapRecord") : body);
  }

  private Reply write(String method, ObjectNode body) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.repo." + method, Optional.of(access()))
            .header("Content-Type", "application/json")
            .POST(PracticeWorld.json(body)));
  }

  private Reply delete(String key) throws IOException {
    ObjectNode body = body(key, PracticeJson.object());
    body.remove("record");
    return write("deleteRecord", body);
  }

  private Reply get(String key) throws IOException {
    return WORLD.send(
        xrpc(
            "com.atproto.repo.getRecord?"
                + PracticeWorld.form(
                    Map.of(
                        "repo",
                        account.remoteId(),
                        "collection",
                        "app.bsky.feed.post",
                        "rkey",
                        key)),
            Optional.empty()));
  }

  private static Reply getPosts(List<String> uris) throws IOException {
    String query =
        uris.stream()
            .map(uri -> "uris=" + PracticeWorld.encode(uri))
            .collect(Collectors.joining("&"));
    return WORLD.send(xrpc("app.bsky.feed.getPosts?" + query, Optional.empty()));
  }

  private Reply upload(byte[] picture) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.repo.uploadBlob", Optional.of(access()))
            .header("Content-Type", "image/jpeg")
            .POST(HttpRequest.BodyPublishers.ofByteArray(picture)));
  }

  private long arrived(String text) {
    return WORLD.posts.list(BLUESKY).stream()
        .filter(post -> post.accountId() == account.id() && post.text().equals(text))
        .count();
  }

  @Test
  void cids_are_those_of_the_published_algorithm() {
    // The empty DAG-CBOR map and a raw text, as IPFS tools give them.
    assertThat(Cid.ofRecord(PracticeJson.object()))
        .isEqualTo("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");
    assertThat(Cid.ofBlob("hello world".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
  }
}
