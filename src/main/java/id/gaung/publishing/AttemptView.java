package id.gaung.publishing;

import id.gaung.platform.LookUp;
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

  /** What the newest look-up that found any offers to choose from. */
  static List<LookUp.Candidate> candidates(List<AttemptView> newestFirst) {
    return newestFirst.stream()
        .map(AttemptView::candidates)
        .filter(candidates -> !candidates.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<LookUp.Candidate> candidates() {
    return notes().stream()
        .flatMap(note -> note.evidence().stream())
        .flatMap(evidence -> LookUp.Candidate.of(evidence).stream())
        .toList();
  }

  /** The detail, line by line. */
  public List<AttemptNote> notes() {
    return detail.map(AttemptNote::of).orElse(List.of());
  }
}
