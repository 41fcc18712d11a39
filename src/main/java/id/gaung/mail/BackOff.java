package id.gaung.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a message is tried again that the server did not take yet. Servers that turn away whom they
 * do not know (greylisting) let the same message in after five minutes or so; RFC 5321 4.5.4.1
 * wants half an hour later on, and some days before one gives up. Here two days: after that a
 * person must know.
 */
final class BackOff {

  private static final Duration GIVE_UP = Duration.ofDays(2);
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(6),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  private BackOff() {}

  /**
   * @param attempts how many there were, at least one
   */
  static Duration after(int attempts) {
    return STEPS.get(Math.min(attempts, STEPS.size()) - 1);
  }

  static boolean isOver(Instant createdAt, Instant next) {
    return next.isAfter(createdAt.plus(GIVE_UP));
  }
}
