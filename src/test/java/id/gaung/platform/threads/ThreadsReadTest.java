package id.gaung.platform.threads;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Listing;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ToldLimit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading Threads' figures, posts and limits, and taking posts away. */
class ThreadsReadTest extends ThreadsWorld {

  private final RemotePost one = new RemotePost("179", Optional.empty());

  private static String insights(String... namesAndValues) {
    return IntStream.range(0, namesAndValues.length / 2)
        .mapToObj(
            i ->
                "{\"name\":\"%s\",\"period\":\"lifetime\",\"values\":[{\"value\":%s}]}"
                    .formatted(namesAndValues[2 * i], namesAndValues[2 * i + 1]))
        .collect(Collectors.joining(",", "{\"data\":[", "]}"));
  }

  private Map<Metric, Figure> figures() {
    Reading reading = client.read(access, List.of(one)).get(one);
    assertThat(reading).isInstanceOf(Reading.Measured.class);
    return ((Reading.Measured) Objects.requireNonNull(reading)).figures();
  }

  @Test
  void reposts_quotes_and_what_is_sent_on_are_shares() {
    server.json(
        200,
        insights(
            "views", "1532", "likes", "41", "replies", "3", "reposts", "5", "quotes", "2", "shares",
            "7"));

    assertThat(figures())
        .containsEntry(Metric.VIEWS, Figure.of(1532))
        .containsEntry(Metric.LIKES, Figure.of(41))
        .containsEntry(Metric.COMMENTS, Figure.of(3))
        .containsEntry(Metric.SHARES, Figure.of(14))
        .containsEntry(Metric.REACH, Figure.missing(Gap.NOT_OFFERED));
    assertThat(server.taken().getTarget())
        .isEqualTo("/v1.0/179/insights?metric=views%2Clikes%2Creplies%2Creposts%2Cquotes%2Cshares");
  }

  @ParameterizedTest
  @CsvSource({
    // reposts, quotes, shares, what comes
    "5, 2, null, 7",
    "5, null, 7, 12",
    "5, null, null, NOT_YET",
    "null, null, null, NOT_YET",
    "5, 2, -1, NOT_OFFERED",
    "0, 0, 0, 0",
  })
  void a_part_that_is_not_told_is_none_only_beside_both_others(
      String reposts, String quotes, String shares, String comes) {
    server.json(200, insights("reposts", reposts, "quotes", quotes, "shares", shares));
    Figure expected =
        comes.matches("\\d+")
            ? Figure.of(Long.parseLong(comes))
            : Figure.missing(Gap.valueOf(comes));
    assertThat(figures()).containsEntry(Metric.SHARES, expected);
  }

  @Test
  void a_repost_has_no_figures_and_no_zeroes() {
    server.json(200, "{\"data\":[]}");
    assertThat(figures().values()).allMatch(Figure.Missing.class::isInstance);
  }

  @Test
  void what_is_in_development_may_be_refused_and_the_rest_is_read() {
    server
        .json(400, error(100, 0))
        .json(200, insights("likes", "4", "replies", "1", "reposts", "2", "quotes", "0"));
    assertThat(figures())
        .containsEntry(Metric.LIKES, Figure.of(4))
        .containsEntry(Metric.SHARES, Figure.of(2))
        .containsEntry(Metric.VIEWS, Figure.missing(Gap.REFUSED));
    server.taken();
    assertThat(server.taken().getTarget())
        .isEqualTo("/v1.0/179/insights?metric=likes%2Creplies%2Creposts%2Cquotes");
  }

  @ParameterizedTest
  @CsvSource({"100,33", "24,4279009"})
  void a_post_that_is_not_there_is_a_question_of_presence(int code, int subcode) {
    server.json(400, error(code, subcode)).json(400, error(code, subcode)).json(200, ME);
    assertThat(client.read(access, List.of(one)).get(one)).isEqualTo(new Reading.Absent());
    assertThat(client.presence(access, one)).isEqualTo(Presence.GONE);
  }

  @Test
  void nothing_is_gone_while_the_account_does_not_answer() {
    server.json(400, error(100, 33)).json(400, error(190, 0)).html(502);
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
    assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void followers_are_an_insight_and_the_name_is_the_account_s() {
    server
        .json(200, "{\"data\":[{\"name\":\"followers_count\",\"total_value\":{\"value\":5200}}]}")
        .json(200, "{\"username\":\"gaung.baru\",\"id\":\"2480\"}")
        .json(400, error(10, 0));
    assertThat(client.profile(access))
        .isEqualTo(new AccountProfile(Figure.of(5200), Optional.of("gaung.baru")));
    assertThat(client.profile(access))
        .isEqualTo(new AccountProfile(Figure.missing(Gap.REFUSED), Optional.empty()));
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void a_post_that_is_deleted_or_was_not_there_is_gone() {
    server
        .json(200, "{\"success\":true,\"deleted_id\":\"179\"}")
        .json(400, error(100, 33))
        .json(400, error(24, 4279009));
    for (int i = 0; i < 3; i++) {
      assertThat(client.delete(access, one)).isEqualTo(new Deleting.Gone());
    }
    var request = server.taken();
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getTarget()).isEqualTo("/v1.0/179");
  }

  @Test
  void what_is_not_deleted_says_why_and_no_quota_of_posts_is_used_up_by_it() {
    server
        .json(400, error(9, 0))
        .json(400, error(10, 0))
        .json(200, "{\"success\":false}")
        .json(500, error(2, 0))
        .hangUp();
    assertThat(kind(client.delete(access, one))).isEqualTo(Kind.TRANSIENT);
    assertThat(kind(client.delete(access, one))).isEqualTo(Kind.PERMISSION);
    assertThat(kind(client.delete(access, one))).isEqualTo(Kind.REJECTED);
    assertThat(client.delete(access, one)).isInstanceOf(Deleting.Unknown.class);
    assertThat(client.delete(access, one)).isInstanceOf(Deleting.Unknown.class);
  }

  private static Kind kind(Deleting deleting) {
    assertThat(deleting).isInstanceOf(Deleting.Failed.class);
    return ((Deleting.Failed) deleting).failure().kind();
  }

  @Test
  void what_the_account_published_is_listed_without_replies_and_reposts() {
    server.json(
        200,
        "{\"data\":["
            + String.join(
                ",",
                media("4", "Baru", "TEXT_POST"),
                media("3", "Jawaban", "TEXT_POST").replace("{", "{\"is_reply\":true,"),
                media("2", "Orang lain", "REPOST_FACADE"),
                "{\"id\":\"5\",\"media_type\":\"IMAGE\",\"timestamp\":\"kapan\"}",
                media("1", "Lama", "IMAGE").replace("\"text\":\"Lama\",", ""))
            + "],\"paging\":{\"cursors\":{\"after\":\"QVFI\"},\"next\":\"https://x\"}}");

    Listing listing = client.list(access, START, Optional.of("QVFH"));

    assertThat(listing)
        .isInstanceOfSatisfying(
            Listing.Page.class,
            page -> {
              assertThat(page.posts())
                  .extracting(post -> post.post().remoteId() + " " + post.text())
                  .containsExactly("4 Baru", "1 ");
              assertThat(page.posts().get(0).at()).isEqualTo(START.plusSeconds(4));
              assertThat(page.posts().get(0).figures()).isEmpty();
              assertThat(page.next()).contains("QVFI");
            });
    assertThat(server.taken().getTarget())
        .startsWith("/v1.0/me/threads?fields=id%2Ctext%2Ctimestamp%2Cpermalink%2Cmedia_type")
        .endsWith("&since=" + START.getEpochSecond() + "&limit=100&after=QVFH");
  }

  @Test
  void the_last_page_has_no_next_and_a_refusal_is_told() {
    server
        .json(
            200,
            "{\"data\":["
                + media("4", "Baru", "TEXT_POST")
                + "],\"paging\":{\"cursors\":{\"after\":\"QVFI\"}}}")
        .json(400, error(190, 463))
        .json(200, "[]");
    assertThat(((Listing.Page) client.list(access, START, Optional.empty())).next()).isEmpty();
    assertThat(client.list(access, START, Optional.empty()))
        .isInstanceOfSatisfying(
            Listing.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(Kind.RECONNECT));
    assertThat(client.list(access, START, Optional.empty())).isInstanceOf(Listing.Failed.class);
  }

  @Test
  void the_quota_of_posts_is_told_when_asked() {
    String body =
        "{\"data\":[{\"quota_usage\":4,\"config\":{\"quota_total\":250,\"quota_duration\":86400}}]}";
    server.json(200, body).json(400, error(10, 0));

    assertThat(client.askLimits(access)).isEmpty();
    assertThat(client.askLimits(access)).isPresent();
    assertThat(server.taken().getTarget())
        .isEqualTo(
            "/v1.0/me/threads_publishing_limit?fields=quota_usage%2Cconfig%2Creply_quota_usage%2Creply_config");
    PlatformRequest asked =
        PlatformRequest.get(server.address(), "/v1.0/me/threads_publishing_limit");
    assertThat(
            NetworkModule.of(Nets.THREADS).limits(asked, new Answered(200, Map.of(), body), START))
        .containsExactly(ToldLimit.counted(NetworkQuota.Of.POSTS, 250, 4, Optional.empty()));
  }
}
