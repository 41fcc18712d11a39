package id.gaung.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An Instagram container: what is to be published, invisible until then.
 *
 * @param mediaId the picture; empty for a carousel
 * @param children ids of the carousel's items, separated by commas
 */
public record PracticeContainer(
    String id,
    long accountId,
    Kind kind,
    String caption,
    String alt,
    Optional<Long> mediaId,
    String children,
    boolean failed,
    Instant createdAt,
    Instant readyAt,
    Optional<Instant> publishedAt) {

  /** Unpublished containers are gone after this. */
  static final Duration LIFE = Duration.ofHours(24);

  /** What the container makes. */
  public enum Kind {
    IMAGE,
    CAROUSEL_ITEM,
    CAROUSEL
  }

  /** In the network's own words. */
  enum Status {
    IN_PROGRESS,
    FINISHED,
    PUBLISHED,
    ERROR,
    EXPIRED
  }

  Status status(Instant now) {
    if (publishedAt.isPresent()) {
      return Status.PUBLISHED;
    }
    if (!now.isBefore(createdAt.plus(LIFE))) {
      return Status.EXPIRED;
    }
    if (now.isBefore(readyAt)) {
      return Status.IN_PROGRESS;
    }
    return failed ? Status.ERROR : Status.FINISHED;
  }

  List<String> childIds() {
    return children.isEmpty() ? List.of() : List.of(children.split(",", -1));
  }
}
