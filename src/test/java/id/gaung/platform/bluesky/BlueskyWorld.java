package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SteppedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client of Bluesky before a server that answers as it is told. */
abstract class BlueskyWorld {

  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  final SteppedClock clock = new SteppedClock(NOW);
  static final String DID = "did:plc:abc123";
  final MockWebServer server = new MockWebServer();
  final PublicHosts hosts = new PublicHosts(Set.of("localhost", "127.0.0.1"));

  final BlueskyClient client =
      new BlueskyClient(
          new PlatformHttp(
              hosts,
              new PlatformHttp.Timeouts(
                  Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(6))),
          hosts,
          clock,
          BlueskyClient.SERVER_OF_MOST,
          BlueskyClient.WEB);

  final Publication text =
      new Publication(new UUID(0x7000L, 0x8001L), NOW, "Kopi #Batik", "id", List.of());
  String base = "";

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    base = "http://127.0.0.1:" + server.getPort();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(body);
  }

  static String error(String name) {
    return "{\"error\":\"" + name + "\",\"message\":\"words of " + name + "\"}";
  }

  Access access() {
    return new Access(
        new Account(
            Nets.BLUESKY, URI.create(base), DID, "toko.example.com", Map.of(Xrpc.ENTRYWAY, base)),
        new Credentials(
            Map.of(Xrpc.ACCESS, "access-secret", Xrpc.REFRESH, "refresh-secret"),
            Optional.empty(),
            Optional.empty()));
  }

  Checkpoint fixed() {
    return ((PublishStep.Continue) client.publish(access(), text, Checkpoint.START)).checkpoint();
  }

  String uri(Checkpoint checkpoint) {
    return "at://" + DID + "/app.bsky.feed.post/" + checkpoint.values().get("rkey");
  }

  String put(Checkpoint checkpoint) {
    return "{\"uri\":\"" + uri(checkpoint) + "\",\"cid\":\"bafy\"}";
  }

  static Failure failure(PublishStep step) {
    return step.match(
        p -> null,
        c -> null,
        PublishStep.Failed::failure,
        PublishStep.Unknown::failure,
        over -> null);
  }

  static String other(Checkpoint checkpoint) {
    ObjectNode record =
        (ObjectNode) AnswerJson.parse(checkpoint.values().getOrDefault("record", "")).orElseThrow();
    return AnswerJson.write(record.put("text", "lain"));
  }

  static RemotePost post(String rkey) {
    return new RemotePost("at://" + DID + "/app.bsky.feed.post/" + rkey, Optional.empty());
  }
}
