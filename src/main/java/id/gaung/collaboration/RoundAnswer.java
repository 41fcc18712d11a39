package id.gaung.collaboration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft as the API tells it.
 *
 * @param disclosed whether the caption has the house's disclosure; a warning, not a bar
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RoundAnswer(
    int round,
    String caption,
    Optional<UUID> photoId,
    String altText,
    boolean disclosed,
    Instant submittedAt,
    Optional<ReviewDecision> decision,
    Optional<String> comment,
    Optional<Instant> decidedAt) {

  static RoundAnswer from(Submission draft) {
    return new RoundAnswer(
        draft.round(),
        draft.caption(),
        draft.photoId(),
        draft.altText(),
        draft.isDisclosed(),
        draft.submittedAt(),
        draft.decision(),
        draft.comment(),
        draft.decidedAt());
  }
}
