package id.gaung.engagement;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody read off a post.
 *
 * @param followers of the account
 * @param seenAt when it was so, WITA; empty for now
 * @param photoId a picture of it
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
    Optional<UUID> photoId) {

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
