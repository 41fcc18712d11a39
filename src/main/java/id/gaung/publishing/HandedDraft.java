package id.gaung.publishing;

import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether a draft of a post that was handed over waits in its network's app, as its last attempt
 * tells.
 *
 * @param why there is none, or may be none; for staff
 */
public record HandedDraft(Draft draft, List<Evidence> why) {

  public HandedDraft {
    why = List.copyOf(why);
  }

  /** What an attempt without a draft keeps: what kind of failure it was, and what was found out. */
  static List<Evidence> evidence(Failure why) {
    return List.of(Evidence.of(Evidence.Kind.NO_DRAFT, why.kind().name()), Evidence.of(why));
  }

  /** A {@link Failure.Kind}, of the sentence that tells the person why. */
  public Optional<String> kind() {
    return why.stream()
        .filter(evidence -> evidence.kind() == Evidence.Kind.NO_DRAFT)
        .flatMap(evidence -> evidence.details().stream())
        .findFirst();
  }

  /** The attempt's outcome in a word. */
  static String outcome(Draft draft) {
    return switch (draft) {
      case NONE -> "HANDED_OVER";
      case THERE -> "DRAFTED";
      case REFUSED -> "NOT_DRAFTED";
      case UNCERTAIN -> "DRAFT_UNCERTAIN";
    };
  }

  /** Of those that were to have one, by rendition. */
  static Map<UUID, HandedDraft> of(List<AttemptView> last) {
    return last.stream()
        .flatMap(attempt -> of(attempt).map(one -> Map.entry(attempt.renditionId(), one)).stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<HandedDraft> of(AttemptView attempt) {
    return Arrays.stream(Draft.values())
        .filter(draft -> draft != Draft.NONE)
        .filter(draft -> attempt.outcome().filter(outcome(draft)::equals).isPresent())
        .findFirst()
        .map(
            draft ->
                new HandedDraft(
                    draft,
                    attempt.notes().stream().flatMap(note -> note.evidence().stream()).toList()));
  }
}
