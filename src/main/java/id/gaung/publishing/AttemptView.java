package id.gaung.publishing;

import id.gaung.platform.Evidence;
import id.gaung.platform.EvidenceLine;
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

  /**
   * A line of an attempt's detail.
   *
   * @param late the outcome, where it came after the attempt was given up
   * @param evidence with a sentence in the bundles
   * @param text what is shown as it is: an id, somebody's name, or what was stored before there was
   *     such evidence
   */
  public record AttemptNote(Optional<String> late, Optional<Evidence> evidence, String text) {

    private static final String LATER = "Later: ";

    static List<AttemptNote> of(String detail) {
      return detail.lines().filter(line -> !line.isBlank()).map(AttemptNote::line).toList();
    }

    private static AttemptNote line(String line) {
      if (!line.startsWith(LATER)) {
        return new AttemptNote(Optional.empty(), EvidenceLine.read(line), line);
      }
      String later = line.substring(LATER.length());
      int space = later.indexOf(' ');
      String rest = space < 0 ? "" : later.substring(space + 1);
      return new AttemptNote(
          Optional.of(space < 0 ? later : later.substring(0, space)),
          EvidenceLine.read(rest),
          rest);
    }
  }
}
