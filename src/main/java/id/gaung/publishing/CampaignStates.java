package id.gaung.publishing;

import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a campaign's state means for its posts. */
record CampaignStates(Campaigns campaigns) implements CampaignGate {

  @Override
  public Map<UUID, Answer> ask(Collection<UUID> campaignIds) {
    Map<UUID, Answer> answers = new HashMap<>();
    campaigns.states(campaignIds).forEach((id, state) -> answers.put(id, of(state)));
    return answers;
  }

  static Answer of(CampaignState state) {
    return switch (state) {
      case ACTIVE -> Answer.OPEN;
      case DRAFT, SUBMITTED, APPROVED, PAUSED -> Answer.HELD;
      case COMPLETED, CLOSED, CANCELLED -> Answer.OVER;
    };
  }
}
