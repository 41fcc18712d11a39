package id.gaung.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt, a look-up or a person's decision, as evidence.
 *
 * @param outcome empty while it is under way
 */
public record AttemptView(
    UUID renditionId,
    int number,
    String kind,
    String payloadHash,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<String> outcome,
    Optional<String> detail) {

  /** The detail, line by line. */
  public List<AttemptNote> notes() {
    return detail.map(AttemptNote::of).orElse(List.of());
  }
}
