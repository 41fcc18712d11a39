package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sessions and reading of the practice Bluesky. */
class BlueskySandboxTest extends BlueskyPractice {

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

  private static String jti(String token) {
    return Jwt.claims(token).orElseThrow().path("jti").asText();
  }

  private Reply delete(String key) throws IOException {
    ObjectNode body = body(key, PracticeJson.object());
    body.remove("record");
    return write("deleteRecord", body);
  }
}
