package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading Bluesky's figures, presence and followers. */
class BlueskyReadTest extends BlueskyWorld {

  private static Map<Metric, Figure> figures(Map<RemotePost, Reading> readings, RemotePost post) {
    Reading reading = readings.getOrDefault(post, new Reading.Absent());
    return reading.match(Reading.Measured::figures, a -> Map.of(), f -> Map.of());
  }

  @Test
  void readsCountsKeyedByAddressAndNeverTakesAbsentForZero() throws Exception {
    answer(
        200,
        """
        {"posts":[
         {"uri":"%s","likeCount":41,"replyCount":3,"repostCount":5,"quoteCount":1,"bookmarkCount":2},
         {"uri":"%s","likeCount":0,"repostCount":5}]}
        """
            .formatted(post("b").remoteId(), post("a").remoteId()));

    Map<RemotePost, Reading> readings =
        client.read(
            access(),
            List.of(post("a"), post("b"), post("c"), new RemotePost("x", Optional.empty())));

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer access-secret");
    assertThat(sent.getUrl().queryParameterValues("uris"))
        .containsExactly(post("a").remoteId(), post("b").remoteId(), post("c").remoteId());
    Map<Metric, Figure> b = figures(readings, post("b"));
    assertThat(b).containsOnlyKeys(Metric.values());
    assertThat(b.get(Metric.LIKES)).isEqualTo(Figure.of(41));
    assertThat(b.get(Metric.COMMENTS)).isEqualTo(Figure.of(3));
    assertThat(b.get(Metric.SHARES)).isEqualTo(Figure.of(6));
    for (Metric metric : List.of(Metric.VIEWS, Metric.REACH, Metric.SAVES)) {
      assertThat(b.get(metric)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    }
    Map<Metric, Figure> a = figures(readings, post("a"));
    assertThat(a.get(Metric.LIKES)).isEqualTo(Figure.of(0));
    assertThat(a.get(Metric.COMMENTS)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(a.get(Metric.SHARES)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(readings.get(post("c"))).isEqualTo(new Reading.Absent());
    assertThat(readings.get(new RemotePost("x", Optional.empty())))
        .isInstanceOf(Reading.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,ExpiredToken,TOKEN_EXPIRED",
    "429,RateLimitExceeded,RATE_LIMITED",
    "502,UpstreamFailure,TRANSIENT"
  })
  void aFailedReadingIsSaidForEveryPost(int status, String error, Kind kind) {
    answer(status, error(error));
    assertThat(client.read(access(), List.of(post("a"), post("b"))).values())
        .hasSize(2)
        .allMatch(r -> ((Reading.Failed) r).failure().kind() == kind);
  }

  @Test
  void presenceIsAskedAtTheSource() {
    answer(200, "{\"uri\":\"" + post("a").remoteId() + "\",\"value\":{}}");
    answer(400, error("RecordNotFound"));
    answer(503, "");
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.PRESENT);
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.GONE);
    assertThat(client.presence(access(), post("a"))).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void followersAreKnownOrMissingForAReason() throws Exception {
    answer(200, "{\"did\":\"x\",\"followersCount\":1234}");
    answer(200, "{\"did\":\"x\"}");
    answer(403, error("ScopeMissingError"));
    assertThat(client.followers(access())).isEqualTo(Figure.of(1234));
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/xrpc/app.bsky.actor.getProfile?actor=did%3Aplc%3Aabc123");
    assertThat(client.followers(access())).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(client.followers(access())).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
  }
}
