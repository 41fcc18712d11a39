package id.gaung.campaign;

import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A campaign as it is stored.
 *
 * @param endsOn the last day, inclusive, WITA
 * @param budget the plain sum it may cost
 * @param stateReason why it is in this state, where a reason was given
 * @param createdBy its maker, who never approves it
 * @param submittedBy who submitted it last, who does not approve it either
 */
public record Campaign(
    UUID id,
    String name,
    String goal,
    LocalDate startsOn,
    LocalDate endsOn,
    Rupiah budget,
    Optional<Integer> targetPosts,
    Optional<Long> targetViews,
    Optional<Long> targetInteractions,
    CampaignState state,
    Optional<String> stateReason,
    UUID createdBy,
    Optional<UUID> submittedBy,
    Optional<UUID> decidedBy,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** Whether its last day has passed. */
  public boolean isOver(LocalDate today) {
    return endsOn.isBefore(today);
  }

  /** Whether creators may be invited and may accept on that day. */
  public boolean takesOffers(LocalDate today) {
    return state.takesOffers() && !isOver(today);
  }
}
