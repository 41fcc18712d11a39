package id.gaung.platform.x;

import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.ToldLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One limit in three headers, with its end in seconds since 1970; an end that is no such time, or
 * over, says nothing.
 *
 * @param prefix of the headers
 * @param now by our clock
 */
record XWindow(String prefix, Answered answer, Instant now) {

  /** Of a quarter of an hour. */
  static final String SHORT = "x-rate-limit";

  /** Of a day, on some calls. */
  static final String DAY = "x-user-limit-24hour";

  /** Of a day, of all accounts together. */
  static final String DAY_OF_APP = "x-app-limit-24hour";

  Optional<Duration> left() {
    String reset = prefix + "-Reset";
    return answer
        .header(reset)
        .filter(text -> text.strip().matches("\\d{9,11}"))
        .flatMap(text -> new LimitHeaders(answer, now).wait(reset))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0);
  }

  Optional<ToldLimit> told(Of of) {
    return left().flatMap(end -> new LimitHeaders(answer, now).told(of, prefix));
  }

  boolean isFull() {
    return told(Of.CALLS).filter(limit -> limit.used() >= limit.most()).isPresent();
  }
}
