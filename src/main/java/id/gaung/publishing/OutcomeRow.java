package id.gaung.publishing;

import id.gaung.platform.Failure;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The columns that an attempt's end sets.
 *
 * @param checkpoint empty to keep what is stored
 */
record OutcomeRow(
    UUID id,
    int number,
    RenditionState state,
    Optional<Instant> nextAt,
    int failures,
    int lookUps,
    Optional<Instant> uncertainSince,
    Optional<Map<String, String>> checkpoint,
    Optional<String> failureKind,
    Optional<String> failureCode,
    Optional<String> failureDetail,
    Optional<String> remoteId,
    Optional<String> remoteUrl,
    Optional<Instant> publishedAt,
    String outcome,
    String detail) {

  static OutcomeRow of(UUID id, int number, Verdict v) {
    return new OutcomeRow(
        id,
        number,
        v.state(),
        v.nextAt(),
        v.failures(),
        v.lookUps(),
        v.uncertainSince(),
        v.outcome().equals(Verdicts.HELD) ? Optional.empty() : Optional.of(v.checkpoint().values()),
        v.failure().map(f -> f.kind().name()),
        v.failure().map(Failure::code),
        v.failure().map(Failure::detail),
        v.post().map(RemotePost::remoteId),
        v.post().flatMap(RemotePost::url).map(URI::toString),
        v.publishedAt(),
        v.outcome(),
        v.detail());
  }
}
