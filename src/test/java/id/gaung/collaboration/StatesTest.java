package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StatesTest {

  @Property
  void an_answered_offer_never_changes_again(@ForAll OfferState from, @ForAll OfferState to) {
    if (!from.isOpen() && from != OfferState.DRAFT) {
      assertThat(from.canBecome(to)).isFalse();
    }
  }

  @Property
  void an_offer_is_answered_only_after_it_was_sent(@ForAll List<OfferState> walk) {
    OfferState state = OfferState.DRAFT;
    boolean sent = false;
    for (OfferState next : walk) {
      if (state.canBecome(next)) {
        state = next;
        sent |= next == OfferState.SENT;
        assertThat(sent || state == OfferState.WITHDRAWN).isTrue();
      }
    }
  }

  @Property
  void nothing_is_scheduled_or_live_that_was_never_approved(@ForAll List<DeliverableState> walk) {
    DeliverableState state = DeliverableState.ASSIGNED;
    boolean submitted = false;
    boolean approved = false;
    for (DeliverableState next : walk) {
      // What was missed without a draft has no approved content; the facade asks for that.
      if (!state.canBecome(next) || (state == DeliverableState.MISSED && !approved)) {
        continue;
      }
      state = next;
      submitted |= state == DeliverableState.SUBMITTED;
      approved |= state == DeliverableState.APPROVED && submitted;
      if (state == DeliverableState.SCHEDULED
          || state == DeliverableState.LIVE
          || state == DeliverableState.REMOVED) {
        assertThat(approved).isTrue();
      }
    }
  }

  @Property
  void what_is_cancelled_stays_so_and_what_is_gone_may_stand_after_all(
      @ForAll DeliverableState to) {
    assertThat(DeliverableState.CANCELLED.canBecome(to)).isFalse();
    assertThat(DeliverableState.REMOVED.canBecome(to)).isEqualTo(to == DeliverableState.LIVE);
  }

  @Property
  void every_unfinished_deliverable_has_a_way_on(@ForAll DeliverableState state) {
    if (state.isUnfinished()) {
      assertThat(Arrays.stream(DeliverableState.values()).anyMatch(state::canBecome)).isTrue();
    }
  }
}
