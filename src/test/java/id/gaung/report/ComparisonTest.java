package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void after_nothing_everything_is_new() {
    assertThat(WeekChange.of(0, 12).kind()).isEqualTo(WeekChange.Kind.NEW);
    assertThat(WeekChange.of(0, 0).kind()).isEqualTo(WeekChange.Kind.DIFFERENCE);
  }

  @Test
  void below_thirty_only_the_difference_is_said() {
    assertThat(WeekChange.of(29, 58))
        .isEqualTo(new WeekChange(WeekChange.Kind.DIFFERENCE, 29, Optional.empty()));
  }

  @Test
  void from_thirty_on_the_change_is_a_percentage() {
    assertThat(WeekChange.of(30, 45))
        .isEqualTo(
            new WeekChange(WeekChange.Kind.PERCENT, 15, Optional.of(new BigDecimal("50.0"))));
    assertThat(WeekChange.of(300, 200).percent()).contains(new BigDecimal("-33.3"));
  }

  @Test
  void the_median_leaves_out_weeks_without_a_number() {
    Comparison comparison =
        Comparison.of(
            Optional.of(50L),
            List.of(Optional.empty(), Optional.of(40L), Optional.of(10L), Optional.of(70L)));
    assertThat(comparison.previous()).isEmpty();
    assertThat(comparison.change()).isEmpty();
    assertThat(comparison.median()).contains(40L);
    assertThat(comparison.weeks()).isEqualTo(3);
  }

  @Test
  void an_even_median_lies_between_the_two_in_the_middle() {
    assertThat(
            Comparison.of(Optional.empty(), List.of(Optional.of(10L), Optional.of(21L))).median())
        .contains(16L);
  }
}
