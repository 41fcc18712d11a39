package id.gaung.engagement;

import id.gaung.kernel.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one metric of one post moved in one ISO week (domain.md 3.5, rules 8 and 9).
 *
 * <p>{@code V(t)} is the last value at or before t, not older than 72 hours; before its first week
 * a post stands at 0. A week whose end has no such value is incomplete and moves nothing; what
 * moved meanwhile appears in the next complete week as {@code late}. So the sum of growth,
 * corrections and late movement over all weeks is the last lifetime value.
 *
 * @param growth what came in this week, at least 0
 * @param correction what the platform took back, at most 0
 * @param late the movement since the last complete week, if weeks in between were incomplete; may
 *     be negative
 * @param complete whether the week's end has a valid value
 */
public record WeeklyMovement(long growth, long correction, long late, boolean complete) {

  static final Duration OLDEST = Duration.ofDays(3);

  public static final WeeklyMovement NONE = new WeeklyMovement(0, 0, 0, true);
  private static final WeeklyMovement INCOMPLETE = new WeeklyMovement(0, 0, 0, false);

  public long sum() {
    return growth + correction + late;
  }

  /**
   * @param published the week of publication
   * @param observations in any order
   * @param goneAt when the post was found deleted: its last value is frozen, and valid at any age
   */
  public static WeeklyMovement of(
      Week week, Week published, List<Observation> observations, Optional<Instant> goneAt) {
    if (week.compareTo(published) < 0) {
      return NONE;
    }
    OptionalLong end = valueAt(week.end(), observations, goneAt);
    if (end.isEmpty()) {
      return INCOMPLETE;
    }
    if (week.equals(published)) {
      return moved(end.getAsLong());
    }
    Week before = week.previous();
    OptionalLong start = valueAt(before.end(), observations, goneAt);
    if (start.isPresent()) {
      return moved(end.getAsLong() - start.getAsLong());
    }
    while (before.compareTo(published) > 0) {
      before = before.previous();
      OptionalLong last = valueAt(before.end(), observations, goneAt);
      if (last.isPresent()) {
        return new WeeklyMovement(0, 0, end.getAsLong() - last.getAsLong(), true);
      }
    }
    return new WeeklyMovement(0, 0, end.getAsLong(), true);
  }

  /**
   * The same of a post that was out before anybody counted: what was counted first is where it
   * begins, and no movement. The sum over all weeks is then the last lifetime value without that.
   */
  public static WeeklyMovement afterOpening(
      Week week, Week published, List<Observation> observations, Optional<Instant> goneAt) {
    if (week.compareTo(published) >= 0 && begins(week, observations, goneAt)) {
      return INCOMPLETE;
    }
    return of(week, published, observations, goneAt);
  }

  /** Whether no week before has a valid value at its end. */
  public static boolean begins(
      Week week, List<Observation> observations, Optional<Instant> goneAt) {
    Optional<Instant> first =
        observations.stream().map(Observation::at).min(Comparator.naturalOrder());
    Week before = week.previous();
    while (first.isPresent() && !before.end().isBefore(first.get())) {
      if (valueAt(before.end(), observations, goneAt).isPresent()) {
        return false;
      }
      before = before.previous();
    }
    return true;
  }

  private static WeeklyMovement moved(long by) {
    return new WeeklyMovement(Math.max(0, by), Math.min(0, by), 0, true);
  }

  /** V(t): the boundary belongs to the week that ends there. */
  static OptionalLong valueAt(Instant t, List<Observation> observations, Optional<Instant> goneAt) {
    Optional<Observation> last =
        observations.stream()
            .filter(o -> !o.at().isAfter(t))
            .max(Comparator.comparing(Observation::at));
    boolean frozen = goneAt.filter(gone -> !gone.isAfter(t)).isPresent();
    return last.filter(o -> frozen || Duration.between(o.at(), t).compareTo(OLDEST) <= 0)
        .map(o -> OptionalLong.of(o.value()))
        .orElse(OptionalLong.empty());
  }

  /** A known value of one metric of one post at an instant. */
  public record Observation(Instant at, long value) {}
}
