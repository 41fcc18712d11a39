package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What campaigns vouch for to others. */
@Tag("database")
class CampaignViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void a_budget_counts_as_approved_in_every_state_that_follows_approval_and_in_no_other() {
    RowsByHand rows = new RowsByHand(DATABASE);
    Set<CampaignState> unapproved =
        EnumSet.of(CampaignState.DRAFT, CampaignState.SUBMITTED, CampaignState.CANCELLED);
    for (CampaignState state : CampaignState.values()) {
      rows.given("delete from campaign")
          .given(
              """
              insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah,
                target_posts, target_views, state, created_by, created_at, updated_at)
              values (#1, 'Batik', 'Dikenal', '2026-11-02', '2026-12-06', 5000000, 30, 20000, '%s',
                #9, now(), now())
              """
                  .formatted(state));
      assertThat(
              rows.of(
                  "campaign_id, campaign, starts_on, ends_on, budget_rupiah, approved, target_posts,"
                      + " target_views, target_interactions",
                  "campaign_budget_line"))
          .as(state.name())
          .containsExactly(
              "(#1,Batik,2026-11-02,2026-12-06,5000000,%s,30,20000,)"
                  .formatted(unapproved.contains(state) ? "f" : "t"));
    }
  }

  @Test
  void a_campaign_has_ended_in_the_view_when_it_has_in_the_product() {
    RowsByHand rows = new RowsByHand(DATABASE);
    for (CampaignState state : CampaignState.values()) {
      rows.given("delete from campaign")
          .given(
              """
              insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state,
                created_by, created_at, updated_at)
              values (#1, 'Batik', 'Dikenal', '2026-11-02', '2026-12-06', 5000000, '%s', #9, now(),
                now())
              """
                  .formatted(state));
      assertThat(rows.of("campaign_id, state, ended", "campaign_state_line"))
          .as(state.name())
          .containsExactly("(#1,%s,%s)".formatted(state, state.isEnded() ? "t" : "f"));
    }
  }
}
