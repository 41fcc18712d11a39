package id.gaung.collaboration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deliverable as the API tells it.
 *
 * @param rounds its drafts, oldest first; left out with an offer
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeliverableAnswer(
    UUID id,
    UUID offerId,
    UUID campaignId,
    int number,
    String title,
    LocalDate dueOn,
    DeliverableState state,
    int round,
    Optional<List<RoundAnswer>> rounds,
    int version) {

  static DeliverableAnswer from(Deliverable deliverable, Optional<List<RoundAnswer>> rounds) {
    return new DeliverableAnswer(
        deliverable.id(),
        deliverable.offerId(),
        deliverable.campaignId(),
        deliverable.number(),
        deliverable.title(),
        deliverable.dueOn(),
        deliverable.state(),
        deliverable.round(),
        rounds,
        deliverable.version());
  }

  static DeliverableAnswer from(WorkItem item) {
    return from(
        item.deliverable(), Optional.of(item.rounds().stream().map(RoundAnswer::from).toList()));
  }
}
