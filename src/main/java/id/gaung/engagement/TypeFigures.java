package id.gaung.engagement;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody read off a post.
 *
 * @param followers of the account
 * @param seenAt when it was so, WITA; empty for now
 * @param photoId a picture of it
 * @param confirmed whether a person says that it is so, although a count is above that of the views
 */
public record TypeFigures(
    Optional<@Min(0) @Max(Figure.LARGEST) Long> views,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> reach,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> likes,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> comments,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> shares,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> saves,
    Optional<@Min(0) @Max(Figure.LARGEST) Long> followers,
    Optional<LocalDateTime> seenAt,
    Optional<UUID> photoId,
    boolean confirmed) {

  /** Counts that are hardly ever above that of the views: mostly a digit too many or too few. */
  private static final Set<Metric> BELOW_VIEWS = EnumSet.complementOf(EnumSet.of(Metric.VIEWS));

  /** What a person is asked about: the counts among those that are above the views. */
  List<Metric> unlikely(Map<Metric, Long> typed) {
    return confirmed
        ? List.of()
        : BELOW_VIEWS.stream()
            .filter(
                metric ->
                    typed.getOrDefault(metric, 0L)
                        > typed.getOrDefault(Metric.VIEWS, Figure.LARGEST))
            .toList();
  }

  Optional<Long> of(Metric metric) {
    return switch (metric) {
      case VIEWS -> views;
      case REACH -> reach;
      case LIKES -> likes;
      case COMMENTS -> comments;
      case SHARES -> shares;
      case SAVES -> saves;
    };
  }
}
