package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts that cannot be counts. */
class BlueskyCountsTest {

  private static final String DID = "did:plc:abc123";

  private final ScriptedServer server = new ScriptedServer();
  private final BlueskyClient client =
      new BlueskyClient(
          server.http,
          server.hosts,
          new SteppedClock(Instant.parse("2026-11-24T10:00:00Z")),
          server.address(),
          BlueskyClient.WEB);
  private final Access access =
      new Access(
          new Account(Nets.BLUESKY, server.address(), DID, "gaung.test", Map.of()),
          new Credentials(
              Map.of("accessJwt", "a", "refreshJwt", "r"), Optional.empty(), Optional.empty()));

  @AfterEach
  void stop() {
    server.close();
  }

  private static RemotePost post(String key) {
    return new RemotePost("at://" + DID + "/app.bsky.feed.post/" + key, Optional.empty());
  }

  private static Map<Metric, Figure> figures(Reading reading) {
    return ((Reading.Measured) reading).figures();
  }

  @Test
  void a_negative_count_is_unknown_with_a_reason_and_all_else_is_read() {
    server.json(
        200,
        """
        {"posts":[
          {"uri":"%s","likeCount":-1,"replyCount":3,"repostCount":2,"quoteCount":1},
          {"uri":"%s","likeCount":4,"replyCount":-2,"repostCount":-9,"quoteCount":1}]}"""
            .formatted(post("a").remoteId(), post("b").remoteId()));
    Map<RemotePost, Reading> readings = client.read(access, List.of(post("a"), post("b")));
    Figure unknown = Figure.missing(Figure.Gap.NOT_OFFERED);
    Map<Metric, Figure> a = figures(readings.get(post("a")));
    assertThat(a).containsEntry(Metric.LIKES, unknown);
    assertThat(a).containsEntry(Metric.COMMENTS, Figure.of(3));
    assertThat(a).containsEntry(Metric.SHARES, Figure.of(3));
    Map<Metric, Figure> b = figures(readings.get(post("b")));
    assertThat(b).containsEntry(Metric.LIKES, Figure.of(4));
    assertThat(b).containsEntry(Metric.COMMENTS, unknown);
    assertThat(b).containsEntry(Metric.SHARES, unknown);
  }

  @Test
  void a_negative_number_of_followers_is_unknown() {
    server.json(200, "{\"handle\":\"gaung.test\",\"followersCount\":-12}");
    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
  }
}
