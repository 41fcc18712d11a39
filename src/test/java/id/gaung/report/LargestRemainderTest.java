package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Property
  void shares_add_up_to_the_whole_and_differ_by_at_most_one(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long total,
      @ForAll @IntRange(min = 1, max = 200) int parts) {
    List<Long> shares = LargestRemainder.equally(total, parts);
    assertThat(shares).hasSize(parts);
    assertThat(shares.stream().mapToLong(s -> s).sum()).isEqualTo(total);
    long least = shares.stream().mapToLong(s -> s).min().orElseThrow();
    long most = shares.stream().mapToLong(s -> s).max().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(1);
  }

  @Test
  void the_first_take_what_is_left_over() {
    assertThat(LargestRemainder.equally(100, 3)).containsExactly(34L, 33L, 33L);
    assertThat(LargestRemainder.equally(2, 4)).containsExactly(1L, 1L, 0L, 0L);
  }

  @Test
  void nothing_is_shared_among_nobody() {
    assertThatThrownBy(() -> LargestRemainder.equally(5, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
