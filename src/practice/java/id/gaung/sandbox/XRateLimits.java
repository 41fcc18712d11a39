package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** X's published limits of a user (fundamentals/rate-limits), and the headers that tell them. */
final class XRateLimits {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final String PREFIX = "X-Rate-Limit";

  private final RateWindows windows;
  private final Clock clock;

  XRateLimits(RateWindows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  /** Each kind of call has a window of its own. */
  void take(Call call, PracticeAccount account, String kind, int limit) {
    RateWindows.Window window = windows.take(kind + "/" + account.id(), 1, limit, WINDOW);
    call.answerHeader(PREFIX + "-Limit", Integer.toString(window.limit()));
    call.answerHeader(PREFIX + "-Remaining", Integer.toString(window.remaining()));
    call.answerHeader(PREFIX + "-Reset", seconds(window.resetAt()));
    if (window.exceeded()) {
      throw new PracticeRefusal(tooMany());
    }
  }

  /** As a fault wants it: the window is full for so long. */
  Answer exceeded(Duration wait) {
    return tooMany()
        .with(PREFIX + "-Limit", "100")
        .with(PREFIX + "-Remaining", "0")
        .with(PREFIX + "-Reset", seconds(clock.instant().plus(wait)));
  }

  private static Answer tooMany() {
    return XProblems.problem(429, "Too Many Requests", "Too Many Requests", "");
  }

  /** Seconds since 1970. */
  private static String seconds(Instant end) {
    return Long.toString(end.plusMillis(999).getEpochSecond());
  }
}
