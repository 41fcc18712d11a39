package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.ToldLimit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is used up, for how long, and who waits. */
class YouTubeQuotaTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final URI API = URI.create("https://www.googleapis.com");

  private static Answered answer(int status, String reason, Map<String, String> headers) {
    return new Answered(status, headers, YouTubeWorld.error(status, reason));
  }

  private static List<ToldLimit> told(PlatformRequest request, Answered answer) {
    return NetworkModule.of(Nets.YOUTUBE).limits(request, answer, NOW);
  }

  /** Clocks there go back on 1 November 2026 and forward on 14 March 2027. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-24T02:00:00Z, 2026-11-24T08:00:00Z",
    "2026-11-24T07:59:59Z, 2026-11-24T08:00:00Z",
    "2026-11-24T08:00:00Z, 2026-11-25T08:00:00Z",
    "2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z",
    "2026-11-01T20:00:00Z, 2026-11-02T08:00:00Z",
    "2026-10-31T12:00:00Z, 2026-11-01T07:00:00Z",
    "2027-03-14T08:00:00Z, 2027-03-15T07:00:00Z",
    "2027-03-14T12:00:00Z, 2027-03-15T07:00:00Z",
    "2026-07-01T06:59:00Z, 2026-07-01T07:00:00Z",
  })
  void a_day_of_googles_ends_at_midnight_in_california(Instant now, Instant end) {
    assertThat(now.plus(PacificDay.left(now))).isEqualTo(end);
  }

  @Test
  void a_used_up_quota_waits_until_then_and_one_of_a_channel_for_a_day() {
    Failure project =
        YouTubeErrors.of(answer(403, "quotaExceeded", Map.of()), NetworkQuota.Of.CALLS, NOW);
    assertThat(project.retryAfter()).contains(Duration.ofHours(6));
    assertThat(project.quota()).isEqualTo(NetworkQuota.Of.CALLS);
    Failure channel =
        YouTubeErrors.of(answer(400, "uploadLimitExceeded", Map.of()), NetworkQuota.Of.CALLS, NOW);
    assertThat(channel.retryAfter()).contains(Duration.ofDays(1));
    assertThat(channel.quota()).isEqualTo(NetworkQuota.Of.VIDEOS);
  }

  /** Google's words carry a link in HTML: ShareX 5888, porjo/youtubeuploader 119. */
  @Test
  void a_message_is_shown_without_its_markup() {
    Failure failure =
        YouTubeErrors.of(answer(403, "quotaExceeded", Map.of()), NetworkQuota.Of.CALLS, NOW);
    assertThat(failure.detail()).isEqualTo("says why");
  }

  @Test
  void the_project_is_shared_so_every_account_waits_with_what_is_used_up() {
    Answered used = answer(403, "quotaExceeded", Map.of());
    Optional<Instant> end = Optional.of(Instant.parse("2026-11-24T08:00:00Z"));
    assertThat(told(PlatformRequest.post(API, UploadSession.PATH), used))
        .containsExactly(new ToldLimit(NetworkQuota.Of.VIDEOS, true, 100, 100, false, end));
    assertThat(told(PlatformRequest.get(API, "/youtube/v3/videos"), used))
        .containsExactly(new ToldLimit(NetworkQuota.Of.CALLS, true, 10_000, 10_000, false, end));
    assertThat(
            told(
                PlatformRequest.post(API, UploadSession.PATH),
                answer(400, "uploadLimitExceeded", Map.of())))
        .isEmpty();
    assertThat(
            told(
                PlatformRequest.get(API, "/youtube/v3/videos"),
                answer(403, "rateLimitExceeded", Map.of())))
        .isEmpty();
  }

  /** googleapis/google-api-python-client 2753: no 403, no quota by its reason, and all day long. */
  @Test
  void uploads_of_a_day_that_are_refused_as_a_rate_wait_until_midnight_and_stop_nothing_else() {
    String words =
        "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of"
            + " service 'youtube.googleapis.com' for consumer 'project_number:1'.";
    Answered refused =
        new Answered(
            429,
            Map.of(),
            "{\"error\":{\"code\":429,\"message\":\"%s\",\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}"
                .formatted(words));
    Failure failure = YouTubeErrors.of(refused, NetworkQuota.Of.VIDEOS, NOW);
    assertThat(failure.kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(failure.quota()).isEqualTo(NetworkQuota.Of.VIDEOS);
    assertThat(failure.retryAfter()).contains(Duration.ofHours(6));
    assertThat(told(PlatformRequest.post(API, UploadSession.PATH), refused))
        .extracting(ToldLimit::of)
        .containsExactly(NetworkQuota.Of.VIDEOS);
    Answered minute =
        new Answered(
            429,
            Map.of(),
            "{\"error\":{\"message\":\"limit 'Queries per minute'\",\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}");
    assertThat(YouTubeErrors.of(minute, NetworkQuota.Of.VIDEOS, NOW).kind())
        .isEqualTo(Failure.Kind.RATE_LIMITED);
  }

  @Test
  void too_many_calls_wait_as_told_or_a_minute() {
    assertThat(
            YouTubeErrors.of(
                    answer(403, "rateLimitExceeded", Map.of("retry-after", "7")),
                    NetworkQuota.Of.CALLS,
                    NOW)
                .retryAfter())
        .contains(Duration.ofSeconds(7));
    assertThat(YouTubeErrors.of(answer(429, "", Map.of()), NetworkQuota.Of.CALLS, NOW).retryAfter())
        .contains(Duration.ofMinutes(1));
  }
}
