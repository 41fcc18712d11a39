package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What collaboration vouches for to others, beside the fees, which {@link ViewsTest} has. */
@Tag("database")
class CollaborationViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final RowsByHand rows = new RowsByHand(DATABASE);

  @BeforeEach
  void empty() {
    rows.given("delete from deliverable").given("delete from offer");
  }

  private void offer(String id, String state) {
    rows.given(
        """
        insert into offer (id, campaign_id, brief_version_id, creator_id, state, fee_rupiah,
          respond_by, work_ends_on, created_by, created_at)
        values (%s, #c, #d, %s, '%s', 1000, '2026-11-24 17:00Z', '2026-12-08', #f, now())
        """
            .formatted(id, id, state));
  }

  private void deliverable(String id, String offer, int number, String state) {
    rows.given(
        """
        insert into deliverable (id, offer_id, number, title, due_on, state)
        values (%s, %s, %d, 'Foto', '2026-12-01', '%s')
        """
            .formatted(id, offer, number, state));
  }

  @Test
  void a_deliverable_is_told_with_its_offer_its_campaign_and_whose_work_it_is() {
    offer("#1", "ACCEPTED");
    offer("#2", "DECLINED");
    deliverable("#a", "#1", 1, "APPROVED");
    deliverable("#b", "#2", 1, "ASSIGNED");
    assertThat(
            rows.of(
                "deliverable_id, offer_id, campaign_id, creator_id",
                "collaboration_deliverable_line"))
        .containsExactly("(#a,#1,#c,#1)", "(#b,#2,#c,#2)");
  }

  @Test
  void an_answer_is_awaited_until_its_time_and_a_draft_until_the_work_is_over_in_wita() {
    int number = 0;
    for (OfferState state : OfferState.values()) {
      offer("#" + Integer.toHexString(number++), state.name());
    }
    String accepted = "#" + Integer.toHexString(OfferState.ACCEPTED.ordinal());
    int place = 0;
    for (DeliverableState state : DeliverableState.values()) {
      rows.given(
          """
          insert into deliverable (id, offer_id, number, title, due_on, state)
          values (gen_random_uuid(), %s, %d, 'Foto', '2026-12-01', '%s')
          """
              .formatted(accepted, ++place, state));
    }
    deliverable("#f", "#" + OfferState.SENT.ordinal(), 1, "ASSIGNED");
    assertThat(rows.of("campaign_id, awaited, waits_until, due_on", "collaboration_turn_line"))
        .as("SENT and VIEWED wait for an answer; of accepted ones two states wait for a draft")
        .containsExactly(
            "(#c,ANSWER,\"2026-11-24 17:00:00+00\",2026-11-25)",
            "(#c,ANSWER,\"2026-11-24 17:00:00+00\",2026-11-25)",
            "(#c,ASSIGNED,\"2026-12-08 16:00:00+00\",2026-12-01)",
            "(#c,CHANGES_REQUESTED,\"2026-12-08 16:00:00+00\",2026-12-01)");
    assertThat(rows.of("creator_id, awaited", "collaboration_turn_line"))
        .as("whose turn it is")
        .contains(
            "(#" + OfferState.SENT.ordinal() + ",ANSWER)",
            "(#" + OfferState.VIEWED.ordinal() + ",ANSWER)",
            "(" + accepted + ",ASSIGNED)");
  }

  @Test
  void work_is_told_with_its_offer_and_the_fee_of_the_whole_offer_once() {
    offer("#1", "ACCEPTED");
    offer("#2", "SENT");
    deliverable("#a", "#1", 1, "SUBMITTED");
    deliverable("#b", "#1", 2, "ASSIGNED");
    deliverable("#c", "#2", 1, "ASSIGNED");
    assertThat(
            rows.of(
                "deliverable_id, offer_id, campaign_id, creator_id, offer_state, state, fee_rupiah",
                "collaboration_work_line"))
        .containsExactlyInAnyOrder(
            "(#a,#1,#c,#1,ACCEPTED,SUBMITTED,1000)",
            "(#b,#1,#c,#1,ACCEPTED,ASSIGNED,0)",
            "(#c,#2,#c,#2,SENT,ASSIGNED,1000)");
  }
}
