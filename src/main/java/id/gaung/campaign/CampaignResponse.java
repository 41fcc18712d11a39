package id.gaung.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.gaung.kernel.Rupiah;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A campaign as the API tells it; without the people who worked on it.
 *
 * @param productIds empty in lists
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CampaignResponse(
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
    Optional<List<UUID>> productIds,
    int version) {

  static CampaignResponse from(Campaign campaign, Optional<List<UUID>> productIds) {
    return new CampaignResponse(
        campaign.id(),
        campaign.name(),
        campaign.goal(),
        campaign.startsOn(),
        campaign.endsOn(),
        campaign.budget(),
        campaign.targetPosts(),
        campaign.targetViews(),
        campaign.targetInteractions(),
        campaign.state(),
        campaign.stateReason(),
        productIds,
        campaign.version());
  }
}
