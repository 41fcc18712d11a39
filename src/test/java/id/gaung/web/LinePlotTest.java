package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinePlotTest {

  private static final LinePlot.Box BOX = new LinePlot.Box(0, 0, 100, 10);

  private static LinePlot plot(List<Optional<Double>> values) {
    return LinePlot.of(
        List.of(0.0, 0.5, 1.0).subList(0, values.size()),
        values,
        new LinePlot.Range(0, 10),
        Optional.of(new LinePlot.Range(2, 4)),
        BOX);
  }

  @Test
  void the_largest_value_is_at_the_top_and_the_newest_has_a_dot() {
    LinePlot plot = plot(List.of(Optional.of(0.0), Optional.of(10.0), Optional.of(5.0)));
    assertThat(plot.lines()).containsExactly("0.0,10.0 50.0,0.0 100.0,5.0");
    assertThat(plot.dots()).containsExactly(new LinePlot.Dot("100.0", "5.0"));
    assertThat(plot.band()).contains(new LinePlot.Band("6.0", "2.0"));
  }

  @Test
  void an_unknown_value_is_a_gap_and_one_alone_is_a_dot() {
    LinePlot plot = plot(List.of(Optional.of(1.0), Optional.empty(), Optional.of(2.0)));
    assertThat(plot.lines()).isEmpty();
    assertThat(plot.dots()).hasSize(2);
    assertThat(plot(List.of(Optional.of(1.0), Optional.of(2.0), Optional.empty())).dots())
        .isEmpty();
  }

  @Test
  void the_axis_begins_at_zero_and_has_round_steps() {
    assertThat(LinePlot.ticks(5646)).containsExactly(0L, 2000L, 4000L, 6000L);
    assertThat(LinePlot.ticks(0)).containsExactly(0L, 1L);
    assertThat(LinePlot.ticks(2)).startsWith(0L, 1L, 2L);
    assertThat(LinePlot.ticks(7300)).containsExactly(0L, 2500L, 5000L, 7500L);
  }
}
