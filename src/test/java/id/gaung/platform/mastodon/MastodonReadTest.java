package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.HTML;
import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.boost;
import static id.gaung.platform.mastodon.MastodonFixture.list;
import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading figures, presence and followers. */
class MastodonReadTest extends MastodonWorld {

  private final RemotePost one = new RemotePost("1", Optional.empty());
  private final RemotePost two = new RemotePost("2", Optional.empty());

  private Map<RemotePost, Reading> read() {
    return client.read(access, List.of(one, two));
  }

  private Figure figure(Map<RemotePost, Reading> readings, RemotePost post, Metric metric) {
    Reading reading = Objects.requireNonNull(readings.get(post));
    assertThat(reading).isInstanceOf(Reading.Measured.class);
    return Objects.requireNonNull(((Reading.Measured) reading).figures().get(metric));
  }

  @Test
  void readsTwentyInOneCallAndWhatIsOmittedIsAbsent() {
    server.json(200, list(List.of(status("1", START, HTML))));

    Map<RemotePost, Reading> readings = read();

    assertThat(client.readBatchSize()).isEqualTo(20);
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses?id%5B%5D=1&id%5B%5D=2");
    assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(figure(readings, one, Metric.COMMENTS)).isEqualTo(Figure.of(2));
    assertThat(figure(readings, one, Metric.SHARES)).isEqualTo(Figure.of(3));
    for (Metric metric : List.of(Metric.VIEWS, Metric.REACH, Metric.SAVES)) {
      assertThat(figure(readings, one, metric)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    }
    assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
  }

  @Test
  void theLastRequestAllowedIsLearnedWithItsGoodAnswer() {
    String told = list(List.of(status("1", START, HTML)));
    server.json(200, told, "X-RateLimit-Remaining", "0").json(404, "{}");

    assertThat(read().values())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.spent()).map(f -> f.kind()).contains(Kind.RATE_LIMITED));
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void askingOneByOneStopsWhereNoRequestIsLeft() {
    server
        .json(404, "{}", "X-RateLimit-Remaining", "7")
        .json(200, status("1", START, HTML), "X-RateLimit-Remaining", "0");

    Map<RemotePost, Reading> readings = read();

    assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(readings.get(two)).isInstanceOf(Reading.Failed.class);
    assertThat(readings.values()).hasSize(2).allSatisfy(r -> assertThat(r.spent()).isPresent());
    assertThat(server.arrived()).isEqualTo(2);
  }

  @Test
  void quotesCountAsShares() {
    String quoted =
        status("1", START, HTML)
            .replace("\"replies_count\":2", "\"replies_count\":2,\"quotes_count\":4");
    server.json(200, list(List.of(quoted, status("2", START, HTML))));

    assertThat(figure(read(), one, Metric.SHARES)).isEqualTo(Figure.of(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 422})
  void aServerThatRefusesTheBatchIsAskedOneByOne(int status) {
    server.html(status).json(200, status("1", START, HTML)).html(404);

    Map<RemotePost, Reading> readings = read();

    assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"statuses\":[]}", "garbage", "[{\"id\":\"777\"}]"})
  void aServerThatIgnoresTheParameterIsAskedOneByOne(String answer) {
    server.json(200, answer).json(200, status("1", START, HTML)).json(410, "{}");

    Map<RemotePost, Reading> readings = read();

    assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void theBoostOfAnotherStatusSaysNothingOfThisOne() {
    server
        .html(404)
        .json(200, boost("77", START, HTML))
        .json(200, boost("78", START, HTML))
        .json(200, boost("77", START, HTML));

    assertThat(read())
        .containsEntry(one, new Reading.Absent())
        .containsEntry(two, new Reading.Absent());
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void aStatusIsReadInsideTheWrapperOfItsBoost() {
    RemotePost boosted = new RemotePost("900", Optional.empty());
    server
        .html(404)
        .json(200, boost("C0FFEE", START, HTML))
        .json(200, boost("C0FFEE", START, HTML));

    Map<RemotePost, Reading> readings = client.read(access, List.of(boosted));

    assertThat(figure(readings, boosted, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(client.presence(access, boosted)).isEqualTo(Presence.PRESENT);
    server.json(200, "[" + boost("C0FFEE", START, HTML) + "]");
    assertThat(figure(client.read(access, List.of(boosted)), boosted, Metric.LIKES))
        .as("in a batch")
        .isEqualTo(Figure.of(5));
  }

  @Test
  void aChangedStatusUnderAnotherIdIsKnownByItsAddress() {
    RemotePost changed =
        new RemotePost("114", Optional.of(URI.create("https://social.example/@brand/115")));
    server.html(404).json(200, status("115", START, HTML)).json(200, status("115", START, HTML));

    Map<RemotePost, Reading> readings = client.read(access, List.of(changed));
    assertThat(figure(readings, changed, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(((Reading.Measured) Objects.requireNonNull(readings.get(changed))).newId())
        .contains("115");
    assertThat(client.presence(access, changed)).isEqualTo(Presence.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "\"2\"",
        "2.5",
        "99999999999999999999999",
        "9223372036854775807",
        "null",
        "[]"
      })
  void aCountThatCannotBeOneIsMissingAndTheOthersAreRead(String count) {
    server.json(
        200,
        list(
            List.of(
                status("1", START, HTML)
                    .replace("\"replies_count\":2", "\"replies_count\":" + count),
                status("2", START, HTML)
                    .replace("\"reblogs_count\":3", "\"reblogs_count\":" + count))));

    Map<RemotePost, Reading> readings = read();

    assertThat(figure(readings, one, Metric.COMMENTS))
        .isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
    assertThat(figure(readings, two, Metric.SHARES))
        .isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
  }

  @ParameterizedTest
  @CsvSource({"401,RECONNECT", "429,RATE_LIMITED", "500,TRANSIENT"})
  void aRefusalHoldsForAllPosts(int status, Kind kind) {
    server.html(status);

    assertThat(read().values())
        .hasSize(2)
        .allSatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        Reading.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(kind)));
    assertThat(server.arrived()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"200,PRESENT", "404,GONE", "410,GONE", "401,UNKNOWN", "500,UNKNOWN", "429,UNKNOWN"})
  void presenceIsAskedAtTheStatusItself(int status, Presence presence) {
    server.json(status, status == 200 ? status("1", START, HTML) : "{\"error\":\"x\"}");

    assertThat(client.presence(access, one)).isEqualTo(presence);
  }

  @Test
  void presenceIsUnknownBehindGarbageAndSilence() {
    server.html(200).hangUp();

    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void followersAreReadFromTheAccount() {
    server.json(200, "{\"id\":\"7\",\"followers_count\":1204}");

    assertThat(client.followers(access)).isEqualTo(Figure.of(1204));
  }

  @Test
  void followersAreReadFromThePublicAccountWhereVerifyingIsRefused() {
    server.html(422).json(200, "{\"id\":\"7\",\"followers_count\":9}");

    assertThat(client.followers(access)).isEqualTo(Figure.of(9));
    server.taken();
    assertThat(server.taken().getTarget()).isEqualTo("/api/v1/accounts/7");
  }

  @Test
  void followersOfAnAccountWithoutALoginAreReadByItsName() {
    server.json(200, "{\"id\":\"7\",\"followers_count\":31}");

    Account byHand =
        new Account(Nets.MASTODON, server.address(), "umkm@a.example", "umkm@a.example", Map.of());
    Access open = client.reading(new Access(byHand, Credentials.NONE));

    assertThat(client.followers(open)).isEqualTo(Figure.of(31));
    var request = server.taken();
    assertThat(request.getTarget()).isEqualTo("/api/v1/accounts/lookup?acct=umkm");
    assertThat(request.getHeaders().get("Authorization")).as("in nobody's name").isNull();
  }

  @Test
  void followersThatCannotBeReadAreMissingNotZero() {
    server.html(401).html(401).hangUp();

    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
  }
}
