package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading Instagram's figures, presence and followers. */
class InstagramReadTest extends InstagramWorld {

  private final RemotePost one = new RemotePost("1", Optional.empty());
  private final RemotePost two = new RemotePost("2", Optional.empty());

  private Figure figure(Map<RemotePost, Reading> readings, Metric metric) {
    Reading reading = Objects.requireNonNull(readings.get(one));
    assertThat(reading).isInstanceOf(Reading.Measured.class);
    return Objects.requireNonNull(((Reading.Measured) reading).figures().get(metric));
  }

  private String insight(String name, int value) {
    return "{\"name\":\""
        + name
        + "\",\"period\":\"lifetime\",\"values\":[{\"value\":"
        + value
        + "}]}";
  }

  @Test
  void readsInsightsOneCallForEachMedia() {
    server
        .json(
            200,
            "{\"data\":["
                + insight("views", 1532)
                + ","
                + insight("reach", 900)
                + ","
                + insight("likes", 0)
                + ",{\"name\":\"saved\",\"total_value\":{\"value\":4}}]}")
        .json(200, "{\"data\":[]}");

    Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

    assertThat(figure(readings, Metric.VIEWS)).isEqualTo(Figure.of(1532));
    assertThat(figure(readings, Metric.REACH)).isEqualTo(Figure.of(900));
    assertThat(figure(readings, Metric.LIKES)).isEqualTo(Figure.of(0));
    assertThat(figure(readings, Metric.SAVES)).isEqualTo(Figure.of(4));
    assertThat(figure(readings, Metric.SHARES)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    assertThat(readings.get(two))
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            m ->
                assertThat(m.figures())
                    .hasSize(Metric.values().length)
                    .containsValue(Figure.missing(Figure.Gap.NOT_YET))
                    .doesNotContainValue(Figure.of(0)));
    assertThat(server.taken().getTarget())
        .isEqualTo("/v25.0/1/insights?metric=views%2Creach%2Clikes%2Ccomments%2Csaved%2Cshares");
  }

  @ParameterizedTest
  @CsvSource({"10,0", "100,2108006", "200,0"})
  void whereInsightsRefuseTheMediasOwnCountersServe(int code, int subcode) {
    server.json(400, error(code, subcode)).json(200, "{\"id\":\"1\",\"comments_count\":3}");

    Map<RemotePost, Reading> readings = client.read(access, List.of(one));

    assertThat(figure(readings, Metric.COMMENTS)).isEqualTo(Figure.of(3));
    assertThat(figure(readings, Metric.LIKES)).isEqualTo(Figure.missing(Figure.Gap.HIDDEN));
    assertThat(figure(readings, Metric.VIEWS)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
  }

  @ParameterizedTest
  @CsvSource({"100,33", "24,2207006"})
  void aMediaNotFoundIsAQuestionOfPresence(int code, int subcode) {
    server.json(400, error(code, subcode)).json(200, "{\"data\":[]}");

    Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

    assertThat(readings.get(one)).isEqualTo(new Reading.Absent());
    assertThat(readings.get(two)).isInstanceOf(Reading.Measured.class);
  }

  @ParameterizedTest
  @CsvSource({"190,463,RECONNECT", "80002,0,RATE_LIMITED", "4,0,RATE_LIMITED"})
  void aDeadTokenOrAThrottleEndsTheReading(int code, int subcode, Kind kind) {
    server.json(400, error(code, subcode));

    assertThat(client.read(access, List.of(one, two)).values())
        .hasSize(2)
        .allSatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        Reading.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(kind)));
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void readingStopsBeforeTheBudgetIsSpent() {
    server.json(200, "{\"data\":[]}", "X-App-Usage", "{\"call_count\":96,\"total_time\":2}");

    Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

    assertThat(readings.get(one)).isInstanceOf(Reading.Measured.class);
    assertThat(readings.get(two))
        .isInstanceOfSatisfying(
            Reading.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(Kind.RATE_LIMITED));
  }

  @Test
  void aBudgetSpentWithTheThirdOfTenStopsThere() {
    String header =
        "{\"17841\":[{\"type\":\"instagram\",\"call_count\":100,"
            + "\"estimated_time_to_regain_access\":37}]}";
    server
        .json(200, "{\"data\":[]}")
        .json(200, "{\"data\":[]}")
        .json(200, "{\"data\":[]}", "X-Business-Use-Case-Usage", header);
    List<RemotePost> ten = new java.util.ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(new RemotePost("" + i, Optional.empty()));
    }

    Map<RemotePost, Reading> readings = client.read(access, ten);

    assertThat(server.arrived()).isEqualTo(3);
    assertThat(ten.subList(0, 3))
        .allSatisfy(p -> assertThat(readings.get(p)).isInstanceOf(Reading.Measured.class));
    assertThat(ten.subList(2, 10))
        .allSatisfy(
            p ->
                assertThat(Objects.requireNonNull(readings.get(p)).spent())
                    .hasValueSatisfying(
                        f -> assertThat(f.retryAfter()).contains(Duration.ofMinutes(37))));
  }

  @Test
  void aBudgetSpentWithTheLastPostOrABadAnswerIsToldToo() {
    server
        .json(200, "{\"data\":[]}", "X-App-Usage", "{\"call_count\":100}")
        .json(400, error(100, 33), "X-App-Usage", "{\"call_count\":100}")
        .json(400, error(10, 0), "X-App-Usage", "{\"call_count\":100}");

    for (int i = 0; i < 3; i++) {
      Reading reading = Objects.requireNonNull(client.read(access, List.of(one)).get(one));
      assertThat(reading.spent()).isPresent();
    }
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void garbageFailsOnePostAndSilenceTheRest() {
    server.html(200).hangUp();

    Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

    assertThat(readings.values())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r).isInstanceOf(Reading.Failed.class));
  }

  @Test
  void aMediaIsGoneOnlyWhileTheAccountItselfAnswers() {
    server
        .json(400, error(100, 33))
        .json(200, ME)
        .json(400, error(100, 33))
        .json(400, error(190, 0))
        .json(200, "{\"id\":\"1\"}")
        .html(502);

    assertThat(client.presence(access, one)).isEqualTo(Presence.GONE);
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
    assertThat(client.presence(access, one)).isEqualTo(Presence.PRESENT);
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void followersAreReadOrMissing() {
    server
        .json(200, "{\"followers_count\":321,\"id\":\"17841\"}")
        .json(400, error(190, 0))
        .html(503);

    assertThat(client.followers(access)).isEqualTo(Figure.of(321));
    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
  }
}
