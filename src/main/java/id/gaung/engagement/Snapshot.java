package id.gaung.engagement;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One figure of one post as it was found; exactly one of value and gap is there.
 *
 * @param gap why there is no value
 */
public record Snapshot(
    UUID renditionId,
    Metric metric,
    Optional<Long> value,
    Optional<Figure.Gap> gap,
    Instant observedAt,
    Source source) {

  /** Where a figure comes from. */
  public enum Source {
    API,
    PUBLIC,
    SCREENSHOT,
    CREATOR_TYPED,
    STAFF_TYPED,
    IMPORT
  }

  static Snapshot byApi(UUID renditionId, Metric metric, Figure figure, Instant observedAt) {
    Optional<Long> value = figure.known().stream().boxed().findFirst();
    Optional<Figure.Gap> gap =
        figure instanceof Figure.Missing missing ? Optional.of(missing.gap()) : Optional.empty();
    return new Snapshot(renditionId, metric, value, gap, observedAt, Source.API);
  }
}
