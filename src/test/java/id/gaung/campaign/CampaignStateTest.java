package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CampaignStateTest {

  @Property
  void a_terminal_state_has_no_way_out_and_every_other_one_has(@ForAll CampaignState state) {
    assertThat(CampaignStep.from(state).isEmpty()).isEqualTo(state.isTerminal());
  }

  @Property
  void every_unfinished_campaign_can_be_cancelled(@ForAll CampaignState state) {
    assertThat(CampaignStep.CANCEL.isFrom(state)).isEqualTo(!state.isTerminal());
  }

  @Property
  void any_walk_is_active_only_after_an_approval_and_closed_only_after_completion(
      @ForAll List<CampaignStep> walk) {
    CampaignState state = CampaignState.DRAFT;
    boolean approved = false;
    boolean completed = false;
    for (CampaignStep step : walk) {
      if (!step.isFrom(state)) {
        continue;
      }
      assertThat(state.canBecome(step.to())).isTrue();
      approved = step == CampaignStep.APPROVE || (approved && step != CampaignStep.REJECT);
      completed |= step == CampaignStep.COMPLETE;
      state = step.to();
      if (state.takesOffers() || state == CampaignState.PAUSED) {
        assertThat(approved).isTrue();
      }
      if (state == CampaignState.CLOSED) {
        assertThat(completed).isTrue();
      }
    }
  }

  @Property
  void a_step_is_read_from_the_address_it_is_written_to(@ForAll CampaignStep step) {
    assertThat(CampaignStep.ofPath(step.path())).isEqualTo(step);
  }
}
