package id.gaung.report;

import id.gaung.engagement.WeeklyMovement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one measure of one post moved in the week.
 *
 * @param complete whether the week's end has a valid value; if not, nothing moved that is known
 * @param growth what came in, at least 0; like the next two empty if it is not complete
 * @param correction what the network took back, at most 0
 * @param late what earlier, incomplete weeks left to this one
 * @param lifetime the count at the week's end; of a post that counting begins with, when it was
 *     read
 * @param readAt when that was read
 * @param why it is not complete
 */
public record Cell(
    boolean complete,
    Optional<Long> growth,
    Optional<Long> correction,
    Optional<Long> late,
    Optional<Long> lifetime,
    Optional<Instant> readAt,
    Optional<Why> why) {

  private static final Optional<Long> NONE = Optional.empty();

  static Cell moved(WeeklyMovement by, OptionalLong lifetime, Optional<Instant> readAt) {
    return new Cell(
        true,
        Optional.of(by.growth()),
        Optional.of(by.correction()),
        Optional.of(by.late()),
        lifetime.isPresent() ? Optional.of(lifetime.getAsLong()) : Optional.empty(),
        readAt,
        Optional.empty());
  }

  /**
   * Of a post that was out before Gaung could look.
   *
   * @param lifetime what was counted first, at or after the week's end; empty if that is not known
   */
  static Cell opening(Optional<Long> lifetime, Optional<Instant> readAt) {
    return new Cell(false, NONE, NONE, NONE, lifetime, readAt, Optional.of(Why.OPENING));
  }

  static Cell missing(Why why, Optional<Instant> readAt) {
    return new Cell(false, NONE, NONE, NONE, NONE, readAt, Optional.of(why));
  }

  /** What came in, if it is known. */
  public Optional<Long> known() {
    // Documents of the first format have a zero beside an unknown value.
    return complete ? growth : Optional.empty();
  }
}
