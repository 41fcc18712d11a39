package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Mastodon's published rate limits (docs.joinmastodon.org/api/rate-limits) and their headers. */
final class MastodonLimits {

  private final RateWindows windows;
  private final Clock clock;

  MastodonLimits(RateWindows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  /** Every call. */
  void call(Call call) {
    take(call, "call/" + call.bearer().orElse(call.remote()), 300, Duration.ofMinutes(5));
  }

  void upload(Call call, PracticeAccount account) {
    take(call, "upload/" + account.id(), 30, Duration.ofMinutes(30));
  }

  void delete(Call call, PracticeAccount account) {
    take(call, "delete/" + account.id(), 30, Duration.ofMinutes(30));
  }

  void post(Call call, PracticeAccount account) {
    take(call, "post/" + account.id(), 300, Duration.ofHours(3));
  }

  private void take(Call call, String key, int limit, Duration length) {
    RateWindows.Window window = windows.take(key, 1, limit, length);
    tell(call, window.limit(), window.remaining(), window.resetAt());
    if (window.exceeded()) {
      throw MastodonErrors.refuse(429, "Too many requests");
    }
  }

  /** As a fault wants it: the window is full for so long. */
  Answer exceeded(Duration wait) {
    return MastodonErrors.error(429, "Too many requests")
        .with("X-RateLimit-Limit", "300")
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", reset(clock.instant().plus(wait)));
  }

  private static void tell(Call call, int limit, int remaining, Instant resetAt) {
    call.answerHeader("X-RateLimit-Limit", Integer.toString(limit));
    call.answerHeader("X-RateLimit-Remaining", Integer.toString(remaining));
    call.answerHeader("X-RateLimit-Reset", reset(resetAt));
  }

  /** ISO 8601, not an epoch. */
  private static String reset(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
