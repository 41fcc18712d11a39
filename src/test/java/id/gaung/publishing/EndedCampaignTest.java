package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.DeliverableState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the end of a campaign does to posts that have not gone out. */
class EndedCampaignTest extends PostsWorld {

  @Test
  void a_campaign_that_is_ended_early_cancels_its_scheduled_posts_at_once() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID campaign = publishing.posts().get(id).campaignId();
    world.take(world.staff, campaign, CampaignStep.COMPLETE);
    assertThat(only(id).state()).isEqualTo(RenditionState.CANCELLED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.APPROVED);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(network.calls).isEmpty();
  }
}
