package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** An account of the practice Bluesky, and how the tests speak to it. */
@Tag("database")
abstract class BlueskyPractice {

  static final PracticeWorld WORLD = PracticeWorld.shared();
  static long keys;
  PracticeAccount account;
  JsonNode session;

  @BeforeEach
  void signIn() throws IOException {
    account = WORLD.account(BLUESKY);
    session = signIn(account.handle(), SandboxAccounts.PASSWORD).json();
  }

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(BLUESKY);
  }

  static void refused(Reply reply, int status, String name) {
    assertThat(reply.json().path("error").asText()).as(reply.text()).isEqualTo(name);
    assertThat(reply.status()).isEqualTo(status);
  }

  static Reply signIn(String identifier, String password) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.server.createSession", Optional.empty())
            .header("Content-Type", "application/json")
            .POST(
                PracticeWorld.json(
                    PracticeJson.object()
                        .put("identifier", identifier)
                        .put("password", password))));
  }

  static Reply refresh(String token) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.server.refreshSession", Optional.of(token))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  static HttpRequest.Builder xrpc(String method, Optional<String> token) {
    return WORLD.request(BLUESKY, "/xrpc/" + method, token);
  }

  String access() {
    return session.path("accessJwt").asText();
  }

  String refreshToken() {
    return session.path("refreshJwt").asText();
  }

  static String key() {
    return PracticeTid.at(WORLD.clock.instant().plusNanos(1000L * keys++), 7);
  }

  static ObjectNode post(String text) {
    return PracticeJson.object()
        .put("$type", "app.bsky.feed.post")
        .put("text", text)
        .put("createdAt", "2026-11-24T02:00:00.000Z");
  }

  ObjectNode body(String key, ObjectNode record) {
    ObjectNode body =
        PracticeJson.object()
            .put("repo", account.remoteId())
            .put("collection", "app.bsky.feed.post")
            .put("rkey", key);
    body.set("record", record);
    return body;
  }

  Reply put(String key, ObjectNode record, boolean mustBeNew) throws IOException {
    ObjectNode body = body(key, record);
    return write("putRecord", mustBeNew ? body.putNull("swapRecord") : body);
  }

  Reply write(String method, ObjectNode body) throws IOException {
    return WORLD.send(
        xrpc("com.atproto.repo." + method, Optional.of(access()))
            .header("Content-Type", "application/json")
            .POST(PracticeWorld.json(body)));
  }

  Reply get(String key) throws IOException {
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

  static Reply getPosts(List<String> uris) throws IOException {
    String query =
        uris.stream()
            .map(uri -> "uris=" + PracticeWorld.encode(uri))
            .collect(Collectors.joining("&"));
    return WORLD.send(xrpc("app.bsky.feed.getPosts?" + query, Optional.empty()));
  }

  long arrived(String text) {
    return WORLD.posts.list(BLUESKY).stream()
        .filter(post -> post.accountId() == account.id() && post.text().equals(text))
        .count();
  }
}
