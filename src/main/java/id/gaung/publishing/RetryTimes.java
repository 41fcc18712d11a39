package id.gaung.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When to try again, and when to look up again. */
public final class RetryTimes {

  /** Tries in a row that may hiccup before it counts as failed. */
  static final int TRIES = 5;

  private static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          Duration.ofSeconds(135),
          Duration.ofSeconds(405));

  private static final List<Duration> LOOK_UPS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  private RetryTimes() {}

  /**
   * The wait after that many hiccups in a row, with up to a fifth more, so that renditions that
   * failed together do not come back together. The extra is drawn from the rendition's id: the same
   * at each run, different between renditions.
   *
   * @param failures at least 1
   */
  static Duration backOff(UUID id, int failures) {
    Duration wait = BACK_OFF.get(Math.min(failures, BACK_OFF.size()) - 1);
    long spread = Math.floorMod(id.getLeastSignificantBits() + failures * 7919L, 1000L);
    return wait.plusMillis(wait.toMillis() * spread / 5000);
  }

  /**
   * When to look up next, counted from when it became uncertain.
   *
   * @param done look-ups made since then
   * @return empty when a person has to decide
   */
  public static Optional<Duration> lookUp(int done) {
    return done < LOOK_UPS.size() ? Optional.of(LOOK_UPS.get(done)) : Optional.empty();
  }
}
