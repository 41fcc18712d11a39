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
 * <p>Where a network's terms had readings deleted, a week whose end they may have been is unknown,
 * and so is what moved since: it is never taken for movement from zero.
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
    return of(week, published, new Known(observations, goneAt, Optional.empty()));
  }

  public static WeeklyMovement of(Week week, Week published, Known known) {
    if (week.compareTo(published) < 0) {
      return NONE;
    }
    OptionalLong end = known.at(week);
    if (end.isEmpty()) {
      return INCOMPLETE;
    }
    if (week.equals(published)) {
      return moved(end.getAsLong());
    }
    Week before = week.previous();
    OptionalLong start = known.at(before);
    if (start.isPresent()) {
      return moved(end.getAsLong() - start.getAsLong());
    }
    while (before.compareTo(published) > 0) {
      if (known.isDeleted(before)) {
        return INCOMPLETE;
      }
      before = before.previous();
      OptionalLong last = known.at(before);
      if (last.isPresent()) {
        return new WeeklyMovement(0, 0, end.getAsLong() - last.getAsLong(), true);
      }
    }
    return known.isDeleted(before) ? INCOMPLETE : new WeeklyMovement(0, 0, end.getAsLong(), true);
  }

  /**
   * The same of a post that was out before anybody counted: what was counted first is where it
   * begins, and no movement. The sum over all weeks is then the last lifetime value without that.
   */
  public static WeeklyMovement afterOpening(Week week, Week published, Known known) {
    if (week.compareTo(published) >= 0 && known.begins(week)) {
      return INCOMPLETE;
    }
    return of(week, published, known);
  }

  private static WeeklyMovement moved(long by) {
    return new WeeklyMovement(Math.max(0, by), Math.min(0, by), 0, true);
  }

  /**
   * What is known of one metric of one post.
   *
   * @param observations in any order
   * @param goneAt when the post was found deleted: its last value is frozen, and valid at any age
   * @param deleted up to when readings were deleted; empty where none were
   */
  public record Known(
      List<Observation> observations, Optional<Instant> goneAt, Optional<Instant> deleted) {

    public Known {
      observations = List.copyOf(observations);
    }

    /** V(t) at a week's end: the boundary belongs to the week that ends there. */
    public OptionalLong at(Week week) {
      Instant t = week.end();
      Optional<Observation> last =
          observations.stream()
              .filter(o -> !o.at().isAfter(t))
              .max(Comparator.comparing(Observation::at));
      boolean frozen = goneAt.filter(gone -> !gone.isAfter(t)).isPresent();
      return last.filter(o -> frozen || Duration.between(o.at(), t).compareTo(OLDEST) <= 0)
          .map(o -> OptionalLong.of(o.value()))
          .orElse(OptionalLong.empty());
    }

    /** Whether what was valid at a week's end may be among what was deleted. */
    public boolean isDeleted(Week week) {
      boolean frozen = goneAt.filter(gone -> !gone.isAfter(week.end())).isPresent();
      return at(week).isEmpty()
          && deleted.filter(until -> frozen || until.isAfter(week.end().minus(OLDEST))).isPresent();
    }

    /** Whether no week before has a valid value at its end; unknown ones count as having one. */
    public boolean begins(Week week) {
      Optional<Instant> first =
          observations.stream().map(Observation::at).min(Comparator.naturalOrder());
      Week before = week.previous();
      if (deleted.filter(until -> until.isBefore(before.end())).isPresent()) {
        return false;
      }
      boolean valid = false;
      for (Week at = before;
          first.isPresent() && !at.end().isBefore(first.get());
          at = at.previous()) {
        valid |= at(at).isPresent();
      }
      return !valid;
    }
  }

  /** A known value of one metric of one post at an instant. */
  public record Observation(Instant at, long value) {}
}
