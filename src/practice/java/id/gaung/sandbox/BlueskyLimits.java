package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;

/** Bluesky's published rate limits and their headers (docs.bsky.app, rate limits). */
final class BlueskyLimits {

  static final int CREATE = 3;
  static final int UPDATE = 2;
  static final int DELETE = 1;

  private final RateWindows windows;
  private final Clock clock;

  BlueskyLimits(RateWindows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  void signIn(Call call, String identifier) {
    take(call, "sign-in/" + identifier + "/" + call.remote(), 1, 30, Duration.ofMinutes(5));
  }

  void upload(Call call, PracticeAccount account) {
    take(call, "upload/" + account.id(), 1, 1000, Duration.ofDays(1));
  }

  void write(Call call, PracticeAccount account, int points) {
    RateWindows.Window day = take(call, "day/" + account.id(), points, 35_000, Duration.ofDays(1));
    RateWindows.Window hour = take(call, "hour/" + account.id(), points, 5000, Duration.ofHours(1));
    // As the reference server, which tells the tightest.
    tell(call, day.remaining() < hour.remaining() ? day : hour);
  }

  void read(Call call) {
    take(call, "ip/" + call.remote(), 1, 3000, Duration.ofMinutes(5));
  }

  private RateWindows.Window take(Call call, String key, int points, int limit, Duration length) {
    RateWindows.Window window = windows.take(key, points, limit, length);
    if (window.exceeded()) {
      throw new PracticeRefusal(exceeded(call, window));
    }
    tell(call, window);
    return window;
  }

  /** As a fault wants it: the window is full for so long. */
  Answer exceeded(Call call, Duration wait) {
    return exceeded(
        call,
        new RateWindows.Window(5000, 0, clock.instant().plus(wait), Duration.ofHours(1), true));
  }

  private Answer exceeded(Call call, RateWindows.Window window) {
    long wait = Math.max(1, Duration.between(clock.instant(), window.resetAt()).toSeconds());
    tell(call, window);
    Answer answer = PracticeXrpc.error(429, "RateLimitExceeded", "Rate Limit Exceeded");
    for (var header : call.answerHeaders().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer.with("Retry-After", Long.toString(wait));
  }

  private static void tell(Call call, RateWindows.Window window) {
    call.answerHeader("RateLimit-Limit", Integer.toString(window.limit()));
    call.answerHeader("RateLimit-Remaining", Integer.toString(window.remaining()));
    call.answerHeader("RateLimit-Reset", Long.toString(window.resetAt().getEpochSecond()));
    call.answerHeader("RateLimit-Policy", window.limit() + ";w=" + window.length().toSeconds());
  }
}
