package id.gaung.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is prepared and invisible until it is published: a container of Meta's networks, or a job of
 * Bluesky's video service.
 *
 * @param mediaId the picture or the video; empty of a text and a carousel, and of a video until it
 *     is fetched
 * @param children ids of the carousel's items, separated by commas
 * @param source where a reel's video is fetched; empty of everything else
 * @param cover where a reel's cover is; empty if it has none
 * @param said what is said of the post, as JSON
 * @param error the code that a reel failed with; empty for the usual one
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
    Optional<Instant> publishedAt,
    String source,
    String cover,
    String said,
    String error) {

  /** Unpublished containers are gone after this. */
  static final Duration LIFE = Duration.ofHours(24);

  /** What the container makes. */
  public enum Kind {
    IMAGE,
    CAROUSEL_ITEM,
    CAROUSEL,
    REELS,
    TEXT,
    VIDEO_JOB
  }

  /** In the network's own words. */
  enum Status {
    IN_PROGRESS,
    FINISHED,
    PUBLISHED,
    ERROR,
    EXPIRED
  }

  static PracticeContainer videoJob(
      String id, long accountId, long mediaId, boolean failed, Instant now, Instant readyAt) {
    return new PracticeContainer(
        id,
        accountId,
        Kind.VIDEO_JOB,
        "",
        "",
        Optional.of(mediaId),
        "",
        failed,
        now,
        readyAt,
        Optional.empty(),
        "",
        "",
        "{}",
        "");
  }

  /** Whether it waits for its video to be fetched. */
  boolean isUnfetched() {
    return !source.isEmpty() && mediaId.isEmpty() && !failed;
  }

  Status status(Instant now) {
    if (publishedAt.isPresent()) {
      return Status.PUBLISHED;
    }
    if (!now.isBefore(createdAt.plus(LIFE))) {
      return Status.EXPIRED;
    }
    if (now.isBefore(readyAt) || isUnfetched()) {
      return Status.IN_PROGRESS;
    }
    return failed ? Status.ERROR : Status.FINISHED;
  }

  List<String> childIds() {
    return children.isEmpty() ? List.of() : List.of(children.split(",", -1));
  }
}
