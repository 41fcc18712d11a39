package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Limits in headers, as servers write them. The values are those of public reports, named beside
 * each; wherever a client waited for years there, or not at all, is what must not happen here.
 */
class LimitHeadersTest {

  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

  private static LimitHeaders headers(String... pairs) {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.put(pairs[i].toLowerCase(java.util.Locale.ROOT), pairs[i + 1]);
    }
    return new LimitHeaders(new HttpOutcome.Answered(200, headers, ""), NOW);
  }

  private static Optional<ToldLimit> told(String limit, String left, String reset) {
    return headers("X-Limit", limit, "X-Remaining", left, "X-Reset", reset)
        .told(NetworkQuota.Of.CALLS, "X");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      textBlock =
          """
          1796004900,            900,   bluesky-social/atproto 3436: an epoch and not a wait of 55 years
          1796003999,            0,     withcoral/coral 89: an epoch that is over
          0,                     0,     gwu-libraries/social-feed-manager 22: minus 22477815 minutes
          -830,                  0,     xdevplatform/twitter-python-ads-sdk 280: resume in -830 seconds
          2026-11-29T21:05:00-05:00, 300, nanos/FediFetcher 8: another zone and not six hours
          2026-11-30T02:05:00.000000Z, 300, Mastodon's own way
          2026-11-30T02:05:00,   300,   without a zone
          1796004300000,         300,   RocketChat/docs-old 1358: milliseconds
          2513,                  2513,  zalando/restful-api-guidelines 379: a wait in seconds
          0.493,                 1,     SpaceTradersAPI/api-docs 24: a part of a second
          """)
  void an_end_is_understood_however_it_is_written(String text, long seconds, String report) {
    Instant now = text.matches("179600\\d+") ? Instant.ofEpochSecond(1_796_004_000L) : NOW;
    assertThat(LimitHeaders.wait(text, Optional.empty(), now))
        .as(report)
        .contains(Duration.ofSeconds(seconds));
  }

  /** elizaOS/eliza 22162 and Sonarr/Sonarr 994: read as a number it is NaN, and nobody waited. */
  @Test
  void a_date_is_a_wait_too() {
    assertThat(headers("Retry-After", "Mon, 30 Nov 2026 02:07:00 GMT").wait("Retry-After"))
        .contains(Duration.ofMinutes(7));
  }

  /** octokit/plugin-throttling.js 599 and basecamp/bcx-api 212: two clocks that differ. */
  @Test
  void the_server_s_own_clock_counts() {
    assertThat(
            headers(
                    "X-Reset", "2026-11-30T05:05:00Z",
                    "Date", "Mon, 30 Nov 2026 05:00:00 GMT")
                .wait("X-Reset"))
        .contains(Duration.ofMinutes(5));
  }

  @Test
  void what_is_no_time_says_nothing() {
    for (String text :
        List.of("NaN", "", "soon", "Infinity", "1e9", "1796004300000000", "2026-13-99T00:00:00Z")) {
      assertThat(headers("X-Reset", text).wait("X-Reset")).as(text).isEmpty();
    }
    assertThat(headers().wait("X-Reset")).isEmpty();
  }

  /** ietf-wg-httpapi/ratelimit-headers: the policy beside the number. */
  @Test
  void the_first_number_is_the_limit() {
    assertThat(told("100, 100;window=60", "25", "60").map(ToldLimit::used)).contains(75L);
  }

  /** bluesky-social/atproto 1616: told to end in a day, of a window of five minutes. */
  @Test
  void a_window_ends_no_later_than_it_is_long() {
    assertThat(
            headers(
                    "RateLimit-Limit", "30",
                    "RateLimit-Remaining", "0",
                    "RateLimit-Reset", "86400",
                    "RateLimit-Policy", "30;w=300")
                .told(NetworkQuota.Of.CALLS, "RateLimit")
                .flatMap(ToldLimit::until))
        .contains(NOW.plus(Duration.ofMinutes(5)));
  }

  /** kenellorando/cadence 248 and CMahaff/lasim 19: a limit of nothing means that there is none. */
  @ParameterizedTest
  @CsvSource({"0,0", "-1,-1", "NaN,3", "300,NaN", "300,301", "unlimited,unlimited", "300,''"})
  void a_limit_that_makes_no_sense_is_none(String limit, String left) {
    assertThat(told(limit, left, "60")).isEmpty();
  }

  /** upstash/ratelimit-js 74: nothing left is no refusal, and less than nothing is used up. */
  @ParameterizedTest
  @CsvSource({"300,300,0", "300,1,299", "300,0,300", "300,-4,300"})
  void what_is_left_says_what_is_used(String limit, String left, long used) {
    assertThat(told(limit, left, "60").map(ToldLimit::used)).contains(used);
  }

  @Test
  void a_limit_in_points_is_told_in_posts() {
    ToldLimit points = ToldLimit.counted(NetworkQuota.Of.POSTS, 5000, 4998, Optional.empty());
    assertThat(points.each(3).used()).isEqualTo(1666);
    assertThat(points.each(3).most()).isEqualTo(1666);
    assertThat(ToldLimit.counted(NetworkQuota.Of.POSTS, 5000, 6, Optional.empty()).each(3).used())
        .isEqualTo(2);
  }

  @Test
  void no_failure_waits_longer_than_a_day() {
    assertThat(Failure.rateLimited("429", "", Duration.ofDays(20_000)).retryAfter())
        .contains(Duration.ofDays(1));
    assertThat(Failure.rateLimited("429", "", Duration.ofSeconds(-5)).retryAfter())
        .contains(Duration.ZERO);
  }
}
