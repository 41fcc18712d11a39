package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RenditionStateTest {

  @Property
  void a_walk_of_legal_steps_never_leaves_an_end_and_is_out_by_an_attempt_or_a_person(
      @ForAll @Size(min = 1, max = 30) List<RenditionState> wishes) {
    RenditionState now = RenditionState.IN_REVIEW;
    for (RenditionState wish : wishes) {
      if (!now.canBecome(wish)) {
        continue;
      }
      assertThat(now).isNotEqualTo(RenditionState.CANCELLED).isNotEqualTo(wish);
      if (wish == RenditionState.PUBLISHED) {
        // An attempt, or what a person says: at its time, a little early, or late; or that what
        // was taken for gone stands after all.
        assertThat(now)
            .isIn(
                RenditionState.PUBLISHING,
                RenditionState.UNCERTAIN,
                RenditionState.SCHEDULED,
                RenditionState.HANDED_OVER,
                RenditionState.MISSED,
                RenditionState.REMOVED);
      }
      if (wish == RenditionState.PUBLISHING) {
        assertThat(now).isIn(RenditionState.SCHEDULED, RenditionState.RETRYING);
      }
      now = wish;
    }
  }

  @Test
  void what_is_out_or_may_be_out_never_goes_back_to_the_queue_by_itself() {
    assertThat(reachable(RenditionState.PUBLISHED))
        .containsOnly(RenditionState.REMOVED, RenditionState.PUBLISHED);
    assertThat(RenditionState.UNCERTAIN.canBecome(RenditionState.PUBLISHING)).isFalse();
    assertThat(RenditionState.UNCERTAIN.canBecome(RenditionState.SCHEDULED)).isFalse();
    assertThat(RenditionState.PUBLISHING.canBecome(RenditionState.CANCELLED)).isFalse();
  }

  @Test
  void every_state_can_be_reached_and_every_one_but_the_ends_can_be_left() {
    assertThat(reachable(RenditionState.IN_REVIEW))
        .containsExactlyInAnyOrder(RenditionState.values());
    for (RenditionState state : RenditionState.values()) {
      boolean end = state == RenditionState.CANCELLED;
      assertThat(reachable(state).isEmpty()).isEqualTo(end);
    }
  }

  @Property
  void waits_grow_and_are_spread_by_at_most_a_fifth(
      @ForAll long most, @ForAll long least, @ForAll @IntRange(min = 1, max = 3) int failures) {
    UUID id = new UUID(most, least);
    long wait = RetryTimes.backOff(id, failures).toMillis();
    long base = 15_000L * (long) Math.pow(3, failures - 1);
    assertThat(wait).isBetween(base, base * 6 / 5);
    assertThat(RetryTimes.backOff(id, failures + 1))
        .isGreaterThan(RetryTimes.backOff(id, failures));
  }

  private static Set<RenditionState> reachable(RenditionState from) {
    Set<RenditionState> seen = EnumSet.noneOf(RenditionState.class);
    Deque<RenditionState> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      RenditionState state = open.pop();
      for (RenditionState next : RenditionState.values()) {
        if (state.canBecome(next) && seen.add(next)) {
          open.push(next);
        }
      }
    }
    return seen;
  }
}
