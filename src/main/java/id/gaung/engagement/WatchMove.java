package id.gaung.engagement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a reading changes about a watch. */
public record WatchMove(
    UUID renditionId,
    Optional<Instant> nextAt,
    Optional<Instant> absentSince,
    Optional<String> lastTrouble,
    Optional<Instant> endedAt,
    Optional<String> endReason) {

  /** Whether the post was found on its account, and not shown by its network. */
  boolean isHidden() {
    return lastTrouble.filter(NextReading.HIDDEN::equals).isPresent();
  }

  static WatchMove on(UUID renditionId, Instant nextAt) {
    return new WatchMove(
        renditionId,
        Optional.of(nextAt),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static WatchMove absent(UUID renditionId, Instant nextAt, Instant since) {
    return new WatchMove(
        renditionId,
        Optional.of(nextAt),
        Optional.of(since),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static WatchMove climbed(UUID renditionId, Instant now) {
    return ended(renditionId, Optional.empty(), now, "LADDER_DONE");
  }

  static WatchMove gone(UUID renditionId, Instant since, Instant now) {
    return ended(renditionId, Optional.of(since), now, "POST_GONE");
  }

  private static WatchMove ended(
      UUID renditionId, Optional<Instant> absentSince, Instant now, String reason) {
    return new WatchMove(
        renditionId,
        Optional.empty(),
        absentSince,
        Optional.empty(),
        Optional.of(now),
        Optional.of(reason));
  }
}
