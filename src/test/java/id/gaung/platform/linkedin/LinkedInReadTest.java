package id.gaung.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, as LinkedIn writes them and as it should not; and refusals, whatever they look like. */
class LinkedInReadTest extends LinkedInWorld {

  private static final RemotePost POST = new RemotePost(URN, Optional.empty());
  private static final RemotePost VIDEO = post("urn:li:ugcPost:7398500000000000778");
  private static final String SPOILED =
      "{\"status\":403,\"serviceErrorCode\":100,\"message\":\"Unpermitted fields present in PARAMETER:"
          + " Data Processing Exception while processing fields [/shares[1]]\"}";

  private static RemotePost post(String urn) {
    return new RemotePost(urn, Optional.empty());
  }

  private static String counts(String field, String urn, String counts) {
    return "{\"%s\":\"%s\",\"totalShareStatistics\":%s}".formatted(field, urn, counts);
  }

  private Map<Metric, Figure> counted(String counts) {
    server.json(200, list(counts("share", URN, counts)));
    return client
        .read(access, List.of(POST))
        .getOrDefault(POST, new Reading.Absent())
        .match(Reading.Measured::figures, absent -> Map.of(), failed -> Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"31\"", "3.5", "[]", "99999999999999999999"})
  void what_is_no_count_is_not_stored(String like) {
    Map<Metric, Figure> counts =
        counted("{\"likeCount\":%s,\"commentCount\":2,\"impressionCount\":7}".formatted(like));

    assertThat(counts.get(Metric.LIKES)).isEqualTo(Figure.missing(Gap.NOT_OFFERED));
    assertThat(counts.get(Metric.COMMENTS)).isEqualTo(Figure.of(2));
    assertThat(counts.get(Metric.REACH)).isEqualTo(Figure.missing(Gap.NOT_YET));
    assertThat(counts.get(Metric.SAVES)).isEqualTo(Figure.missing(Gap.NOT_OFFERED));
  }

  /** Other programs asked for shares alone, and had no figures of videos. */
  @Test
  void shares_and_other_posts_stand_in_lists_of_their_own_in_one_call() {
    server.json(
        200,
        list(
            counts("share", URN, "{\"likeCount\":1}"),
            counts("ugcPost", VIDEO.remoteId(), "{\"likeCount\":2}")));

    Map<RemotePost, Reading> read = client.read(access, List.of(POST, VIDEO));

    assertThat(server.taken().getTarget())
        .endsWith(
            "&shares=List(urn%3Ali%3Ashare%3A7398500000000000777)"
                + "&ugcPosts=List(urn%3Ali%3AugcPost%3A7398500000000000778)");
    assertThat(server.arrived()).isEqualTo(1);
    assertThat(read.values()).allMatch(Reading.Measured.class::isInstance);
  }

  /** One post that is another page's had LinkedIn refuse the figures of all. */
  @Test
  void a_post_for_whose_sake_all_are_refused_is_left_out_and_the_others_are_read() {
    RemotePost foreign = post("urn:li:share:7398500000000000999");
    server
        .json(403, SPOILED)
        .json(200, list(counts("share", URN, "{\"likeCount\":1}")))
        .json(200, "{\"results\":{},\"statuses\":{\"%s\":404}}".formatted(foreign.remoteId()));

    Map<RemotePost, Reading> read = client.read(access, List.of(POST, foreign));

    assertThat(read.get(POST)).isInstanceOf(Reading.Measured.class);
    assertThat(read.get(foreign)).isEqualTo(new Reading.Absent());
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void deleted_is_told_from_not_counted_yet_and_from_unknown() {
    RemotePost young = post("urn:li:share:7398500000000000881");
    RemotePost gone = post("urn:li:share:7398500000000000882");
    RemotePost silent = post("urn:li:share:7398500000000000883");
    RemotePost activity = post("urn:li:activity:7398500000000000884");
    server
        .json(200, NOTHING)
        .json(
            200,
            """
            {"results":{"%s":{"id":"%1$s"}},"statuses":{"%s":404},"errors":{}}"""
                .formatted(young.remoteId(), gone.remoteId()));

    Map<RemotePost, Reading> read = client.read(access, List.of(young, gone, silent, activity));

    assertThat(read.get(young))
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            m -> assertThat(m.figures().get(Metric.LIKES)).isEqualTo(Figure.missing(Gap.NOT_YET)));
    assertThat(read.get(gone)).isEqualTo(new Reading.Absent());
    assertThat(read.get(silent)).isInstanceOf(Reading.Failed.class);
    assertThat(read.get(activity)).isInstanceOf(Reading.Failed.class);
    assertThat(server.arrived()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached., QUOTA, 22",
    "Resource level throttle limit for calls to this resource is reached., RATE_LIMITED, 1",
  })
  void a_days_limit_ends_at_midnight_and_another_is_looked_at_soon(
      String words, Failure.Kind kind, int hours) {
    Failure failure =
        LinkedInErrors.of(
            new Answered(429, Map.of(), "{\"message\":\"" + words + "\"}"), Of.POSTS, START);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.retryAfter()).contains(Duration.ofHours(hours));
    assertThat(failure.quota()).isEqualTo(Of.POSTS);
  }

  @Test
  void shortly_before_midnight_nothing_waits_longer_than_until_then() {
    Instant late = Instant.parse("2026-11-24T23:50:00Z");
    assertThat(LinkedInErrors.of(new Answered(429, Map.of(), ""), Of.CALLS, late).retryAfter())
        .contains(Duration.ofMinutes(10));
    Answered asked = new Answered(429, Map.of("retry-after", "90"), "");
    assertThat(LinkedInErrors.of(asked, Of.CALLS, late).retryAfter())
        .contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"x\"",
        "7",
        "{\"errorDetails\":7}",
        "{\"errorDetails\":{\"inputErrors\":[7]}}",
        "{\"message\":[1],\"code\":{}}",
        "<html>"
      })
  void any_body_of_a_refusal_is_a_failure_and_never_an_error(String body) {
    for (int status : new int[] {302, 400, 401, 403, 404, 409, 422, 426, 429, 500}) {
      Answered answer = new Answered(status, Map.of(), body);
      assertThat(LinkedInErrors.of(answer, Of.CALLS, START).kind()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"elements\":{}}", "{\"elements\":[7,null,{}]}", "<html>"})
  void any_body_of_a_list_is_a_page_or_a_failure(String body) {
    server.json(200, body);
    assertThat(client.list(access, START, Optional.of("zz"))).isNotNull();
  }
}
