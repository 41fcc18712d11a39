package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsualRangeTest {

  private static List<BigDecimal> values(String... values) {
    return Stream.of(values).map(BigDecimal::new).toList();
  }

  @Test
  void of_two_weeks_nothing_is_usual() {
    assertThat(UsualRange.of(values("1", "2"))).isEmpty();
  }

  @Test
  void it_is_the_middle_half_rounded_outwards() {
    UsualRange usual =
        UsualRange.of(values("4870", "5210", "5630", "4920", "5080", "5420", "5646")).orElseThrow();
    assertThat(usual.low()).isEqualByComparingTo("5000");
    assertThat(usual.high()).isEqualByComparingTo("5600");
    assertThat(usual.low().toString()).isEqualTo("5000");
    assertThat(usual.place(new BigDecimal("4505"))).isEqualTo(UsualRange.Place.BELOW);
    assertThat(usual.place(new BigDecimal("5600"))).isEqualTo(UsualRange.Place.WITHIN);
    assertThat(usual.place(new BigDecimal("5601"))).isEqualTo(UsualRange.Place.ABOVE);
  }

  @Test
  void small_numbers_keep_their_decimals() {
    UsualRange usual = UsualRange.of(values("6.8", "7.0", "7.1")).orElseThrow();
    assertThat(usual.low()).isEqualByComparingTo("6.9");
    assertThat(usual.high()).isEqualByComparingTo("7.1");
    assertThat(UsualRange.of(values("0", "0", "0")).orElseThrow().place(BigDecimal.ZERO))
        .isEqualTo(UsualRange.Place.WITHIN);
  }
}
