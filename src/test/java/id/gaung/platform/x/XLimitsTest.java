package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.ToldLimit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What X's headers say of limits, and what they do not. */
class XLimitsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final URI API = URI.create("https://api.x.com");
  private static final String SOON = String.valueOf(NOW.getEpochSecond() + 600);
  private static final String TOMORROW = String.valueOf(NOW.getEpochSecond() + 80_000);

  private static Answered answer(int status, String... headers) {
    Map<String, String> told = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      told.put(headers[i], headers[i + 1]);
    }
    return new Answered(status, told, "{}");
  }

  private static String[] window(String prefix, String left, String reset) {
    return new String[] {
      prefix + "-limit", "100", prefix + "-remaining", left, prefix + "-reset", reset
    };
  }

  private static String[] both(String[] one, String[] other) {
    String[] all = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static List<ToldLimit> told(PlatformRequest request, String... headers) {
    return XLimits.told(request, answer(200, headers), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /2/tweets, POSTS",
    "POST, /2/media/upload, UPLOADS",
    "POST, /2/media/upload/19/append, UPLOADS",
    "GET, /2/tweets, READS",
    "GET, /2/users/14/tweets, READS",
    "GET, /2/users/me, ''",
    "GET, /2/media/upload, ''",
    "POST, /2/oauth2/token, ''",
    "DELETE, /2/tweets/19, ''",
  })
  void each_call_tells_of_what_it_is(String method, String path, String of) {
    PlatformRequest request =
        switch (method) {
          case "POST" -> PlatformRequest.post(API, path);
          case "DELETE" -> PlatformRequest.delete(API, path);
          default -> PlatformRequest.get(API, path);
        };

    List<ToldLimit> told = told(request, window("x-rate-limit", "40", SOON));

    if (of.isEmpty()) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told)
          .containsExactly(
              ToldLimit.counted(Of.valueOf(of), 100, 60, Optional.of(NOW.plusSeconds(600))));
    }
  }

  /** A window that is over, seconds from now, milliseconds, words. */
  @ParameterizedTest
  @ValueSource(strings = {"1764000000", "60", "-1", "NaN", "", "0", "1795485600000", "1e9"})
  void an_end_that_is_no_time_to_come_says_nothing(String reset) {
    PlatformRequest post = PlatformRequest.post(API, XApi.POSTS);
    assertThat(told(post, window("x-rate-limit", "0", reset))).isEmpty();
    Failure refused = XErrors.of(answer(429, window("x-rate-limit", "0", reset)), NOW);
    assertThat(refused.retryAfter()).contains(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-", "101", ""})
  void a_rest_that_makes_no_sense_says_nothing(String left) {
    assertThat(told(PlatformRequest.post(API, XApi.POSTS), window("x-rate-limit", left, SOON)))
        .isEmpty();
  }

  /** The day's limits of user and app come in headers of their own, beside a window with room. */
  @Test
  void of_two_limits_of_posts_the_tighter_one_is_told_and_the_apps_apart() {
    PlatformRequest post = PlatformRequest.post(API, XApi.POSTS);
    String[] headers =
        both(
            both(window("x-rate-limit", "90", SOON), window("x-user-limit-24hour", "0", TOMORROW)),
            window("x-app-limit-24hour", "50", TOMORROW));

    assertThat(told(post, headers))
        .containsExactly(
            ToldLimit.counted(Of.POSTS, 100, 100, Optional.of(NOW.plusSeconds(80_000))),
            new ToldLimit(Of.POSTS, true, 100, 50, false, Optional.of(NOW.plusSeconds(80_000))));
  }

  /** Seen with other clients: they tried again at once until nothing was left. */
  @Test
  void a_refusal_while_the_window_has_room_waits_for_what_is_full() {
    assertThat(XErrors.of(answer(429, window("x-rate-limit", "90", SOON)), NOW).retryAfter())
        .contains(Duration.ofSeconds(600));
    String[] full =
        both(window("x-rate-limit", "90", SOON), window("x-user-limit-24hour", "0", TOMORROW));
    assertThat(XErrors.of(answer(429, full), NOW).retryAfter())
        .contains(Duration.ofSeconds(80_000));
  }

  @Test
  void a_cap_of_a_day_ends_at_midnight_and_of_a_month_is_looked_at_every_day() {
    String body =
        "{\"type\":\"https://api.x.com/2/problems/usage-capped\",\"period\":\"%s\",\"status\":429}";
    Failure daily = XErrors.of(new Answered(429, Map.of(), body.formatted("Daily")), NOW);
    Failure monthly = XErrors.of(new Answered(429, Map.of(), body.formatted("Monthly")), NOW);

    assertThat(daily.kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(daily.retryAfter()).contains(Duration.ofHours(22));
    assertThat(monthly.retryAfter()).contains(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"x\"",
        "7",
        "{\"errors\":7}",
        "{\"errors\":[7]}",
        "{\"type\":[1]}",
        "{\"type\":\"\",\"detail\":{}}",
        "<html>"
      })
  void any_body_of_a_refusal_is_a_failure_and_never_an_error(String body) {
    for (int status : new int[] {302, 400, 401, 402, 403, 404, 409, 429, 500}) {
      assertThat(XErrors.of(new Answered(status, Map.of(), body), NOW).kind()).isNotNull();
    }
  }
}
