package id.gaung.collaboration;

import id.gaung.collaboration.Submission.DraftPhoto;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deliverable with its drafts.
 *
 * @param rounds oldest first
 */
public record WorkItem(Deliverable deliverable, List<Submission> rounds) {

  public Optional<Submission> last() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }

  public Optional<UUID> lastPhoto() {
    return last().flatMap(Submission::photoId);
  }

  /** The photos of the newest draft, in their order, or its video. */
  public List<DraftPhoto> lastMedia() {
    return last().map(Submission::media).orElse(List.of());
  }

  /** Whether the house's disclosure is missing in the newest draft. */
  public boolean lacksDisclosure() {
    return last().filter(draft -> !draft.isDisclosed()).isPresent();
  }

  /** Whether staff may ask for changes once more. */
  public boolean mayRequestChanges() {
    return deliverable.state() == DeliverableState.SUBMITTED
        && deliverable.round() <= Reviews.MAX_CHANGE_ROUNDS;
  }
}
