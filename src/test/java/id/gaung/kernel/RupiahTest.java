package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RupiahTest {

  @Property
  void adds_and_takes_away_exactly_or_refuses(@ForAll long one, @ForAll long other) {
    exactly(
        BigInteger.valueOf(one).add(BigInteger.valueOf(other)),
        () -> new Rupiah(one).plus(new Rupiah(other)));
    exactly(
        BigInteger.valueOf(one).subtract(BigInteger.valueOf(other)),
        () -> new Rupiah(one).minus(new Rupiah(other)));
  }

  @Property
  void taking_away_undoes_adding(@ForAll int one, @ForAll int other) {
    Rupiah sum = new Rupiah(one).plus(new Rupiah(other));
    assertThat(sum.minus(new Rupiah(other))).isEqualTo(new Rupiah(one));
    assertThat(sum).isEqualTo(new Rupiah(other).plus(new Rupiah(one)));
  }

  @Property
  void is_ordered_by_amount(@ForAll long one, @ForAll long other) {
    assertThat(new Rupiah(one).compareTo(new Rupiah(other))).isEqualTo(Long.compare(one, other));
    assertThat(new Rupiah(one).isPositive()).isEqualTo(one > 0);
  }

  @Example
  void nothing_is_neither_positive_nor_a_change() {
    assertThat(Rupiah.ZERO.isPositive()).isFalse();
    assertThat(new Rupiah(5).plus(Rupiah.ZERO)).isEqualTo(new Rupiah(5));
  }

  @Example
  void an_overflow_is_loud() {
    assertThatThrownBy(() -> new Rupiah(Long.MAX_VALUE).plus(new Rupiah(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Rupiah(Long.MIN_VALUE).minus(new Rupiah(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static void exactly(BigInteger expected, java.util.function.Supplier<Rupiah> sum) {
    if (expected.bitLength() < Long.SIZE) {
      assertThat(sum.get().amount()).isEqualTo(expected.longValueExact());
    } else {
      assertThatThrownBy(sum::get).isInstanceOf(ArithmeticException.class);
    }
  }
}
