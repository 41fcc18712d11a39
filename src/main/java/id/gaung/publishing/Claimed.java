package id.gaung.publishing;

import id.gaung.platform.Checkpoint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A rendition taken from the queue by this engine.
 *
 * @param graceFrom since when its lateness counts: when it was due, or was tried once more
 * @param attempts how many were begun before
 * @param failures hiccups in a row
 * @param uncertainSince when the request without an outcome ended; only while uncertain
 */
public record Claimed(
    UUID id,
    UUID postId,
    UUID campaignId,
    Optional<UUID> deliverableId,
    UUID channelId,
    RenditionState state,
    String text,
    String language,
    Instant graceFrom,
    int attempts,
    int failures,
    int lookUps,
    Optional<Instant> firstAttemptAt,
    Optional<Instant> uncertainSince,
    Map<String, String> checkpoint) {

  Checkpoint start() {
    return new Checkpoint(checkpoint);
  }

  boolean isLookUp() {
    return state == RenditionState.UNCERTAIN;
  }
}
