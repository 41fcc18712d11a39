package id.gaung.publishing;

import id.gaung.platform.RateBase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a network counts of the post on an account; a count that it does not give is empty.
 *
 * @param reach how many people saw it
 * @param followers when it went out
 * @param bases what its network's rate divides by
 */
public record CountedPost(
    Optional<Long> views,
    Optional<Long> reach,
    Optional<Long> interactions,
    Optional<Long> followers,
    List<RateBase> bases,
    Instant readAt) {

  public CountedPost {
    bases = List.copyOf(bases);
  }

  /** By the first of its bases that is known, as the weekly report has it. */
  public Optional<PostMeasures.Rate> rate() {
    return bases.stream().flatMap(base -> rate(base).stream()).findFirst();
  }

  private Optional<PostMeasures.Rate> rate(RateBase by) {
    Optional<Long> base =
        switch (by) {
          case REACH -> reach;
          case VIEWS -> views;
          case FOLLOWERS -> followers;
        };
    return base.filter(n -> n > 0)
        .flatMap(n -> interactions.map(some -> new PostMeasures.Rate(some, n, by)));
  }
}
