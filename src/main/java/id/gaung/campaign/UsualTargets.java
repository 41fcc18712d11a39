package id.gaung.campaign;

import java.util.Optional;

/**
 * What the latest campaigns aimed at.
 *
 * @param campaigns how many were looked at
 */
public record UsualTargets(
    long campaigns,
    Optional<Long> postsLow,
    Optional<Long> postsHigh,
    Optional<Long> viewsLow,
    Optional<Long> viewsHigh,
    Optional<Long> interactionsLow,
    Optional<Long> interactionsHigh) {

  public Optional<Range> posts() {
    return range(postsLow, postsHigh);
  }

  public Optional<Range> views() {
    return range(viewsLow, viewsHigh);
  }

  public Optional<Range> interactions() {
    return range(interactionsLow, interactionsHigh);
  }

  private static Optional<Range> range(Optional<Long> low, Optional<Long> high) {
    return low.flatMap(from -> high.map(to -> new Range(from, to)));
  }

  /** The middle half of them, both ends included. */
  public record Range(long low, long high) {}
}
